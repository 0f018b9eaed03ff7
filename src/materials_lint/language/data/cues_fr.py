"""French cues. The form of a table is told in `cues`."""

TABLE = """
&moi = moi|nous|mon_equipe|notre_equipe|l_equipe|mon_bureau|le_candidat|la_candidate|mon_secretariat|ma_campagne|lui|mon_assistant*
&mon = mon|ma|mes|notre|nos|son|sa|ses|leur|leurs
&ecrire = ecrire|ecrivez|ecris|ecrivant|ecriver|repondre|repondez|repondant|adresser|adressez|envoyer|envoyez|envoye*|envoi|transmettre|transmettez|faire_parvenir|faites_parvenir|contacter|contactez|joindre|joignez|appeler|appelez|telephoner|telephonez|renvoyer|renvoyez|retourner|retournez|soumettre|soumettez|communiquer|communiquez|signaler|signalez|diriger
&redirige = transfere*|transmis*|rediri*|redirige*|reachemine*|achemine*|bascule*|deplace*|deporte*|migre*|reexpedie*|renvoye*|relaye*|reporte*
&boite = adresse|boite|compte|messagerie|courriel|mail|numero|ligne|page|site|e_mail
&officiel = officiel*|professionnel*|uit|itu|institutionnel*|bureau|travail|ancien*|service|union
% ---- invitation
channel 3 < contactez|contacter|ecrivez|ecrire|joignez|joindre|appelez|appeler &moi?
channel 2.6 < &ecrire ..6 a|au|aux|sur|via|par|chez
channel 2.2 < &ecrire
channel 2.6 <m contact*|ecrivez|ecrire|ecris|repondez|repondre|telephonez|appelez|appeler
channel 2.8 <m joignable|disponible|disposition|ecoute|contacte*|joint|joins ..4 a|au|sur|via|par
channel 2.2 <m joignable|disponible|disposition|ecoute|joindre
channel 2.4 < question*|commentaire*|suggestion*|remarque*|observation*|avis|contribution*|reponse*|message*|courrier*|lettre* ..6 a|au|sur|via|:
channel 2.2 <m question*|commentaire*|suggestion*|renseignement*|information*|precision*|demande*|interview*|entretien*|rendez_vous|invitation*
channel 1.3 <u question*|renseignement*
channel 2.4 < faites_moi|faites_nous|dites_moi|dites_nous|donnez_moi ..3 part|savoir|avis|parvenir|ce
channel 2.6 < merci|priere|veuillez|prie|pries|bien_vouloir ..2 de|d|bien|vouloir? ..2 &ecrire|confirmer|vous_inscrire|inscrire|nous
channel 2.4 <m veuillez|merci|priere|prie ..6 a|au|aux ..4 adresse|courriel
channel 2.6 < a|au|aux|sur|via|par l|mon|notre|cette|suivante adresse|boite|numero|courriel suivant*|electronique|mail|:
channel 2 <m par courriel|e_mail|mail|telephone|courrier|fax
channel 2 <m adresse|courriel suivant*|de_contact|electronique
channel 2.2 < n_hesitez|n_hesite|hesitez ..2 pas
channel 3 < n|ne ..2 hesitez|hesiter|hesite|manquez|manquer|oubliez|oublier|tardez|attendez ..2 pas|plus ..3 &ecrire|a|de|d
channel 2.4 <m parler|parlons|echanger|echangeons|discuter|discutons|rencontrer|rencontrons|dialoguer|converser
channel 2.4 < prendre|prenez|fixer|convenir|solliciter|obtenir|demander ..3 rendez_vous|contact|entretien|rencontre|exemplaire*|copie*|information*
channel 2.2 < rendez_vous|rencontre|entretien|reunion|audience ..6 a|au|sur|via|:|par
% ---- campaign
channel 3 < rsvp|r_s_v_p|repondez_s_il_vous_plait
channel 2.6 < inscri*|abonn*|reserv*|enregistr*
channel 2.6 < votez|voter|vote|votre_voix|suffrage* ..6 a|au|sur|via|ici|en_ligne|:|par
channel 2.2 < votez|voter|votre_voix
channel 2.6 < soutenez|soutenir|appuyez|appuyer|soutien|appui|parrain* ..6 a|au|sur|via|ici|:|par
channel 2.2 < soutenez|soutenir|appuyez|soutien|soutiens
channel 2.2 < lettre*|message*|declaration*|temoignage*|marque* de soutien|appui
channel 2.6 < don|dons|donnez|faites_un_don|cotis*|financ*|contribu* ..6 a|au|sur|via|ici|:|par
channel 2.4 < faire_un_don|faites_un_don|dons_en_ligne|cagnotte
channel 2.6 < rejoignez|rejoindre|adherer|adherez|participez|participer
channel 2.6 < engagez|engagement|signez|signer|petition
channel 2.6 < remplissez|remplir|completez|repondez ..5 formulaire|questionnaire|sondage|enquete
channel 2.2 < formulaire|questionnaire|sondage|petition
channel 2.6 < telecharge*|lisez|lire|decouvr*|consult*|visit*|retrouv*|regard*|voir|parcour*|trouv* ..3 &mon ..4 vision|programme|manifeste|projet|cv|parcours|biographie|video|brochure|depliant|campagne|page|site|profil|discours|message|propositions|priorites|profession|engagements
channel 2.2 = &mon ..3 vision|programme|manifeste|projet|cv|brochure|depliant|campagne|site|page|blog|blogue|propositions|priorites|profession_de_foi|profil|chaine|lettre_d_information|infolettre
channel 2.4 = site|page|equipe|bureau|directeur|directrice|compte|comite|siege|permanence|adresse|qg|portail|video|formulaire de|du ..2 campagne
channel 1.4 = ma|notre|sa candidature|campagne|candidate|candidat
channel 2.2 <u rendez_vous|cliquez|cliquer|scannez|flashez|visitez|connectez|connecter|suivez|abonnez
channel 2.6 < suivez|suivre &moi|ma|mon|notre|la|le|mes
channel 2.2 < suivez|suivre|retrouvez|retrouver
channel 2 <m presse|medias contact|relations|service|bureau
channel 1.4 <u plus|complement|davantage d ..2 information*|infos|renseignement*|details
channel 1.4 <u en_savoir_plus|plus_d_infos|plus_d_informations
channel 2 < confirm*|presence|participation|reception|cocktail|diner|dejeuner|petit_dejeuner
channel 2.2 = code_qr|qr_code|bouton
channel 2.6 @ utilis*|privilegi*|prefer*|choisi*|employ* ..5 @
channel 2.4 @ plutot ..4 @
channel 2.4 @ desormais|maintenant|dorenavant ..6 @
channel 2.6 @ &redirige ..7 a|au|vers|sur|dans|chez ..6 @
channel 2.2 @ mais|plutot ..5 a|au|sur|vers|par|via|utilis* ..3 @
channel 2 @ &mon nouvelle|nouveau|propre ..3 &boite ..3 @
channel 2.2 @ &mon ..2 &boite prive*|personnel*|perso|de_campagne ..3 @
channel 2.4 @ @ ..3 est|sont ..4 prive*|personnel*|nouvelle|nouveau|campagne
channel 2.6 @ remplace*|substitue* par ..4 @
channel 2.2 @ @ pour|si|afin ..3 vous|me|nous|toute|toutes|ecrire|voter|soutenir|contacter|repondre|poser|prendre|participer|s_inscrire|vous_inscrire|telecharger|adherer
channel 2 > me|nous ecrire|joindre|contacter|rejoindre|soutenir|repondre|telephoner
channel 2.2 > vous ..2 repondra|repondrai|repondrons|attend|accueille|pouvez|attendons|attends
channel 2 $m pour toute|tous|toutes|vos
% ---- labels
channel 2.6 ^m courriel|mel|e_mail|email|mail|tel|telephone|tele|portable|mobile|gsm|fax|telecopie|telecopieur|telefax|ligne_directe|bureau|standard|poste|messagerie|adresse_electronique|adresse_e_mail|adresse_courriel|adresse_mail|adresse :|.|-|/|)|*
channel 1.6 ^m courriel|mel|e_mail|email|tel|telephone|portable|fax|adresse|telecopie|telecopieur|mobile|gsm|standard|poste
channel 2.6 ^ de|a|cc|cci|expediteur|destinataire|repondre_a|contact|contacts|auteur|reponses|renseignements|campagne|copie :
channel 2.2 ^m presse|secretariat|infos|information|informations|equipe|bureau|permanence :
channel 1.8 ^u web|site|site_web|site_internet|internet|page_web|en_ligne|reseaux_sociaux :|-|*
channel 1.4 ^u site_web|site_internet|internet
channel 2 < coordonnees|contact|contacts|contactez_nous|ecrivez_nous|restons_en_contact|restons_en_lien|nous_contacter|me_contacter
channel 2 h cordialement|bien_a_vous|salutations|avec_mes_salutations|respectueusement|sincerement|bien_cordialement|meilleures_salutations|salutations_distinguees
channel 1.4 = cordialement|salutations|consideration|sincerement|respectueusement|bien_a_vous|meilleurs_sentiments
channel 1.3 = candidat|candidate au|a|aux
channel 1.6 ^ auteur|redige_par|prepare_par|publie_par|editeur|responsable|redaction
% ---- reference
reference 2.6 < source|sources|reference|references|bibliographie|notes|note|pour_aller_plus_loin|credits|citations :|*
reference 2.4 < source|sources|cite|cites|citee|extrait|extraits|tire|tires|tiree|d_apres|cf|consulte|reproduit
reference 2.6 = selon|d_apres|aux_termes|conformement|en_vertu|tel_que|telle_que|telles_que|tels_que|comme_le_prevoit|comme_l_indique|au_sens
reference 2.4 = resolution*|recommandation*|decision|article|constitution|convention|regles_generales|textes_fondamentaux|reglement*|traite|actes_finals|annexe|disposition*|ordre_de_service|circulaire|alinea
reference 2.4 = statistique*|chiffres|donnees|indicateur*|indice|base_de_donnees|faits_et_chiffres|pour_cent|estimation*|enquete_menee|taux
reference 2.2 = rapport*|publication*|etude*|manuel|lignes_directrices|norme*|specification*|communique*|article|archive*|compte_rendu|comptes_rendus|proces_verbal|plan_strategique|plan_financier|revue|journal|orientation*|texte_integral|texte_complet
reference 3.2 = liste|page|tableau|registre des|de|officielle|aux ..3 candidat*|candidature*|postulant*
reference 3.2 = liste|page ..2 officielle|candidat*
reference 3 = election*|candidatures depose*|publie*|procedure|calendrier|regles|liste|recues|annonce*
reference 2.6 = texte|site|page|portail|document*|version|programme|calendrier|ordre_du_jour|annonce|liste|source officiel*
reference 1.6 = adopte*|approuve*|ratifie*|enonce*|prevu*|inscrit*|fixe*|arrete* par|dans|a|au|en|aux
reference 1.6 = publie*|disponible*|consultable*|accessible*|reproduit*|archive*|repertorie*|figure*|affiche* sur|a|dans|en|ici|au
reference 1.6 = en_ligne
reference 1.3 <u voir|voir_aussi|cf|consulter|consultez|se_reporter|reportez|comparer
reference 2 ^u voir|voir_aussi|cf|consulte_sur|issu_de
reference 1.5 = site|page|portail|bibliotheque|archives|salle_de_presse de_l|d_l|de|du uit|itu|union|organisation|conference|conseil|secretariat
reference 2.4 $ consulte|consultee|acces|consultation|page_consultee|vu|dernier_acces
reference 2.2 = documents|document|site|page|ordre_du_jour|inscription|accreditation|secretariat|calendrier|portail de|du|des|de_la ..2 conference|conseil|assemblee|commission*|delegue*|delegation*|plenipotentiaires
reference 1.8 = conference_de_plenipotentiaires|commission_d_etudes|commissions_d_etudes|session_du_conseil
reference 1.8 = credit*|photo*|image|copyright|licence|droits_reserves
reference 2.4 < texte_integral|texte_complet|texte|version_originale
reference 2 $m a_ecrit|ecrit|a_indique|a_confirme|a_repondu|ecrivait
reference 1.8 = note_d_orientation|note_de_deontologie
reference 2.2 = j_ai|nous_avons ..2 ecrit|travaille|servi|rejoint|signale a|au|pour
% ---- moved
moved 3.4 @ au_lieu|plutot_qu|plutot_que|a_la_place|en_lieu_et_place ..6 @
moved 3.4 @ et_non|et_non_pas|non_pas|jamais|sauf|pas ..3 @
moved 2.6 @ ne|n|aucun|aucune|rien|ni|personne|cessez|evitez|eviter ..8 a|au|sur|via|vers|par|de|dans|mon|l|utilis* ..4 @
moved 3 @ @ ..3 ne|n ..7 pas|plus|jamais|point|aucun*|nullement|que
moved 3 @ @ ..7 &redirige ..6 #|prive*|personnel*|campagne|autre|ailleurs|nouvelle|nouveau
moved 1.6 @ @ ..6 &redirige
moved 3 @ @ ..6 ferme*|abandonne*|remplace*|reserve*|desactive*|supprime*|cloture*
moved 3 @ &redirige|transfert|bascule ..4 de|depuis|du ..6 @
moved 2.8 @ de|depuis|du ..4 @ ..4 vers|a|sur ..5 #
moved 2.8 @ recu*|arrive*|parven*|adresse*|envoye*|ecrit|ecrivent|contacte*|recois|recevons|sollicite*|recevais|parvienn*|reception* ..7 @ ..12 &redirige|transferer|redirigeons|redirige|transfere|transferons|transmets|poursuis|reponds|repondrai
moved 2.8 @ &redirige|transferer|redirigeons|transferons|transmets ..8 recu*|arrive*|parven*|adresse*|envoye*|recois ..6 @
moved 2.6 @ quitte*|delaisse*|abandonne*|ferme*|cesse_d_utiliser ..4 @
moved 2.6 @ remplace*|se_substitue* ..5 @
moved 2.8 @ @ ..4 remplace* par
moved 2.4 @ @ ..2 > ..2 #
moved 2.6 @ reserve*|exclusivement|uniquement|strictement ..6 fonctions|service|officiel*|union|uit|travail|professionnel* ..4 @
moved 2.6 @ @ ..5 reserve*|exclusivement|uniquement|strictement|ne_sert_qu
moved 2.2 @ sans utiliser|passer|recourir|ecrire ..6 @
moved 2.4 @ &mon ..1 &boite &officiel ..3 @ ..8 ne|n ..5 pas|plus|jamais|point
% ---- ethics, permission
ethics 2.6 = bureau|service|conseiller|conseillere|responsable|fonctionnaire|charge|chargee de|d|a ..2 ethique|deontologie
ethics 1.6 = ethique|deontologie|deontologue|ombudsman|mediateur|mediatrice
permission 2.6 = autorisation|permission|consentement|accord|autorise*|licence ..7 logo|logotype|embleme|drapeau|symbole*|photo*|image*|marque
permission 2.2 = logo|logotype|embleme|drapeau|photo* ..7 autorisation|permission|consentement|accord|autorise*
permission 2 = affaires_juridiques|unite_juridique|service_juridique|conseiller_juridique
permission 1.6 = autorisation_ecrite|accord_ecrit|consentement_ecrit|autorisation
% ---- denials
not 1 = ne|n ..4 pas|plus|jamais|point|aucun*|guere|rien|nullement
not 1 = ne_pas|ne_plus|ne_jamais|n_est_pas|ni|evitez|eviter|cessez|cesser|jamais|aucun*|au_lieu|plutot_que|plutot_qu|arretez|abstenir|abstenez|non_pas|et_non
skip 1 = ne_pas_manquer|non_seulement|sans_doute|sans_frais|sans_engagement|sans_attendre|sans_tarder|sans_hesiter|n_est_ce_pas|pourquoi_pas|pas_seulement|plus_d|ne_manquez_pas|n_oubliez_pas|ne_tardez_pas|n_attendez_plus|n_attendez_pas
skip 1 = appel_d_offres|sous_forme|en_forme|suivi_de|a_l_appui|droit_de_vote|telephonie_mobile|reseau_telephonique|large_bande_mobile
break 1 = mais|cependant|toutefois|or|tandis_que|alors_que|car|donc|plutot|en_revanche|puis
channel 2.4 h nous_contacter|me_contacter|contact|contacts|contactez_nous|ecrivez_nous|coordonnees|restons_en_contact|suivez_nous|rejoignez_nous|soutenez_nous|contact_presse|inscription
reference 2.4 h notes|sources|source|references|bibliographie|pour_en_savoir_plus|credits|liens_utiles|ressources|documents|textes_de_reference|pour_aller_plus_loin|notes_de_bas_de_page|liens
channel 2.4 < plaisir|hate de|d vous lire|entendre|rencontrer|repondre
channel 2.4 @ de|depuis|du ..5 # ..4 vers|a|sur ..5 @
moved 1.3 @ message*|courriel*|courrier|lettre*|demande* ..5 arrive*|parvenu*|recu*|envoye* ..4 @
channel 1 <m vous|votre|vos|moi|m|nous|je|mon|ma|mes|notre|nos|j
channel 0.85 <u vous|votre|vos|nous
channel 1.3 ^u ici|la :
channel 2.2 < parlons|echangeons|discutons|rencontrons|travaillons
channel 2.4 < accuser|confirmer|accusez|confirmez|accuse ..2 reception|presence|participation|venue
channel 2.4 <m obtenu*|obtenir|demande*|commande*|disponible* ..3 aupres|a|chez
channel 2.4 < notifier|communiquer|exprimer|manifester|signaler|faire_connaitre|faire_savoir|annoncer|apporter|temoigner|notifiez ..8 a|au|sur|via|copie
channel 2.2 <m copie ..2 a
channel 2.2 < recueillir|recevoir|connaitre|entendre|lire|heureux|heureuse|reconnaissant* ..5 avis|idees|reactions|remarques|vues|opinions|suggestions|impressions
channel 2.2 < idee|idees|boite_a_idees|deposez*|laissez*|publiez|proposez|proposer ..6 sur|ici|a|:
channel 2.4 < regardez|visionnez|ecoutez|video|film|entretien_video|clip ..3 sur|ici|:|a
channel 2.4 < choisissez|reservez|retenez|selectionnez ..4 creneau|horaire|date|place|heure
channel 1.8 = pourquoi_je ..3 presente|candidat*|brigue|sollicite
channel 2.4 <m posez|poser|demandez ..5 question*
channel 2.2 < attendez|attendons|venez|osez ..4 rejoindre|participer|signer|adherer
channel 2.2 <m ecoute|votre_service|portee_de_voix|voix|telephone
channel 1.6 <u pour voter|comprendre|proposer|agir|participer|soutenir|adherer|signer
channel 2.2 @ # ..2 > ..2 @
channel 2.2 @ maintenant|desormais|nouvelle_adresse|aujourd_hui ..3 @
channel 2 @ reponds|repond|repondons|ecris|repondrai|poursuis depuis|de|avec|par ..3 @
channel 2.6 @ transmets|transfere|transmis|transmise|redirige|fais_suivre|reexpedie|renvoie|transmettons ..6 a|vers|sur ..4 @
moved 2.6 @ auparavant|anciennement|precedemment|jadis|ancien|ancienne ..4 @
moved 2.6 @ vous ..3 ecrit|adresse|contacte|envoye ..5 a|sur|par|via ..2 @
moved 2.8 @ @ ne saurait|peut|doit|sert|servira|sera|convient|pourra
moved 2.8 @ @ ..3 sert|destine*|dedie* ..2 qu|uniquement|exclusivement|seulement
moved 2.8 @ cesse*|arrete*|renonce* ..4 @
moved 2.8 @ aucun|aucune|nul|nulle ..5 n|ne ..6 sur|a|par|depuis|via|dans ..3 @
moved 2.8 @ @ ..3 est|reste|demeure ..2 pour ..4 travail|uit|service|fonctions
reference 2 ^u carte|cartes|graphique|figure|tableau|infographie|image|photo|photographie|texte|document|contexte|lien|liens|base_juridique|illustration :
reference 1.3 ^u uit|itu|onu|union ,|(|:
reference 1.4 ^u pour_memoire|pour_information|a_titre_d_information|pour_reference|pour_rappel :
reference 2.4 = curriculum*|cv|biographies|profils|parcours|declarations|noms des|de ..2 candidat*|postulant*
reference 2 = calendrier|horaire|dates|ordre_du_jour|programme|lieu de|du|des|de_la ..2 conference|plenipotentiaires|assemblee|conseil|election*|elections
reference 2 = mandat|attributions|composition ..4 figure*|decrit*|defini*|publie*|disponible*|de_la_commission
skip 1 = ne_cesse|ne_cesserai|n_a_de_cesse|sans_reponse|ne_fait_que
break 1 = c_est_pourquoi|aussi|des_lors|par_consequent
&autre = #|prive*|personnel*|perso
moved 2.8 @ &boite ..3 &officiel ..3 @ ..14 &autre
moved 2.8 @ &officiel ..2 &boite ..3 @ ..14 &autre
moved 3 @ contacte*|sollicite*|joint|jointe|aborde* ..6 &boite ..4 @
moved 2.8 @ retirer|retirez|supprimer|supprimez|effacer|effacez|rayer|enlever|enlevez|remplacer|remplacez ..3 @
moved 2.6 @ @ ..2 est|reste|demeure|restera|doit|sera ..3 en_dehors|hors|a_l_ecart|etranger*|separe*|distinct*
moved 2.4 @ note_d_orientation|d_apres_la_note|selon_la_note ..8 ne|pas|jamais ..6 @
channel 2.2 @ # ..12 a_sa_place|mettre|inscrire|noter|y_mettre|est ..3 @
channel 2.4 <m accrediter|accreditez|proposez|proposer|suggerez|demander|demandez|faire_la_demande|en_faire_la_demande|s_adresser|adressez_vous ..5 aupres|a|par|sur
channel 2.2 <m coup_de_fil|coup_de_telephone|appel|message suffit|suffira
channel 2.2 <m il_suffit
channel 2.4 < ajoutez|inscrivez|indiquez|deposez ..3 votre|vos|le_votre|la_votre|le|nom
channel 1.6 <u lire|lisez ..4 sur|ici|:
reference 2.4 = resultats|issue|proces_verbaux|depouillement de|des|du ..3 scrutin*|election*|vote|votes|conference*
reference 1.8 = scrutins|elections|conferences passes|passees|precedent*|anterieur*
reference 2 = admission|acces du_public|public|observateurs
moved 2.4 @ merci ..2 votre|vos message*|courriel*|lettre*|courrier ..3 a|sur ..1 @
moved 2.8 @ @ ..4 &boite ..3 &officiel ..12 reserve*|garde|uniquement|exclusivement|strictement|seulement
moved 2.4 @ @ est|reste ..1 mon|ma|notre|son|un|une|le|la ..1 &boite ..2 &officiel
moved 3.2 @ vous ..2 envoye*|adresse*|fait|transmis* ..3 a ..1 @ ..8 verse*|transfere*|transmis*|deplace*|classe*|reporte*
moved 2.6 @ laissez|laisser|epargnez ..2 @ ..4 en_dehors|hors|tranquille|de_cote
ethics 3.4 @ ethique|deontologie ..6 joignable|joint|joindre|contacte*|consulte* ..5 @
moved 3.2 @ envoye*|adresse*|recu*|ecrit*|parvenu*|laisse* ..3 a|sur|chez|par ..1 @ ..3 ont|a|sont|furent|fut|est ..6 a|au|vers|sur ..1 #
channel 2.6 @ envoye*|adresse*|recu*|ecrit*|parvenu*|laisse* ..3 a|sur|chez|par ..1 # ..3 ont|a|sont|furent|fut|est ..6 a|au|vers|sur ..1 @
channel 2.2 @ @ recoit|accueille|traite|prend ..2 tout|toutes|tous|le
channel 2.4 < prevenez|prevenir|avisez|avertissez|informez|signez
channel 2 < soutiens|sympathisants|benevoles ..3 est|:
channel 1.2 = campagne|candidature
channel 1.4 <u telecharge*
channel 2.2 = brochure|depliant|affiche*|actualite*|nouvelles|agenda|materiel|film de ..1 campagne
% ---- the address taken up again ("cette adresse"), and the mail that came there ("les")
that 1 = utiliser|utilisez|employer|employez|ecrire|ecrivez|repondre|repondez|envoyer|envoyez|adresser|adressez|passer|passez|recourir|contacter|solliciter|sollicitez|appeler|appelez|servir|servez ..5 cette|ladite|ce|ledit|cet|celle_ci|celui_ci|cette_derniere
that 1 = utilisez|employez la|le
that 1 = l utiliser|utilisez|employer|employez
that 1 = y ecrire|ecrivez|envoyer|envoyez|repondre|repondez|adresser|adressez
that 1 = vous_en servir|servez
that 1 = cette|ladite|ce|ledit|cet &boite ..5 sert|servir|utilise*|lue|lu|relevee|releve|consultee|consulte|valable|active|fonctionne
them 1 = les|l|tous ai|avons|a|ont ..2 &redirige
them 1 = ils|elles|ceux_ci|celles_ci|tous|toutes ont|sont ..2 &redirige
channel 3.6 @ @ ..2 redirige|fonctionne|marche|reste|demeure ..1 toujours|encore|active|valable
channel 3.6 @ @ ..2 continue ..1 rediriger|fonctionner|marcher|transmettre|acheminer
reference 3 = comme|ainsi_que|ce_que ..3 rappelait|rappelle|rappele|indiquait|indique|annoncait|annonce|signalait|signale|ecrivait|notait|note|soulignait|souligne|relevait|publiait ..2 union|uit|itu|organisation|secretariat|bureau
reference 3 = comme|ainsi_que|ce_que ..2 union|uit|itu|organisation|secretariat ..3 rappelait|rappelle|rappele|indiquait|indique|annoncait|annonce|signalait|signale|ecrivait|ecrit|notait|note|soulignait|souligne|relevait|publiait|publie
reference 3 = tweet|publication|billet|post|fil|gazouillis|message du|de|en_date|date ..1 1*|2*|3*|4*|5*|6*|7*|8*|9*|0*|matin|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
reference 2.8 = d_apres|dans|d_un|d_une|du|selon ..2 publication|billet|post|tweet|entree|message sur|du|de ..3 compte|fil|page|profil
channel 3 < videos|video|reponses|direct|emission*|episodes ..8 seront|sera ..2 mises|mis|mise|diffuse*|publie*|poste* ..4 sur
reference 3.2 < rappelait|rappelle|rappelaient|indiquait|signalait|annoncait|ecrivait|notait|selon|d_apres ..8 message|billet|publication|post|tweet publie*|paru*|diffuse*
channel 2.6 < suivez_le|suivez_la|suivez_nous|suivez_moi|retrouvez_le|retrouvez_la|mises_en_ligne|mis_en_ligne ..3 sur
"""
