"""Spanish cues. The form of a table is told in `cues`."""

TABLE = """
&mi = mi|mis|nuestro|nuestra|nuestros|nuestras|su|sus
&conmigo = conmigo|con_nosotros|con_mi_equipo|con_nuestro_equipo|con_el_equipo|con_mi_oficina|con_el_candidato|con_la_candidata|con_ella|con_el|con_la_campana
&escribir = escribir|escriba*|escribe|escriban*|escribiendo|escribirme|escribirnos|enviar|envia|envie*|envien*|enviando|envieme|mandar|mande*|manden*|remitir|remita*|remitan*|responder|responda*|respondan*|dirigir*|dirija*|dirijan*|contactar*|contacte*|contacten|contacta|contactenos|contactanos|llamar|llame*|llamen*|hacer_llegar|haga*_llegar|haganos_llegar|hagame_llegar|hagan_llegar|comunique*|comunicar*|transmitir|transmita*|presentar|devolver|devuelva*|plantear|formular
&redirigido = reenvi*|redirig*|reenviad*|trasladad*|transferid*|desviad*|remitid*|derivad*|migrad*|traspasad*|mudad*|redireccion*|traslado
&buzon = direccion|cuenta|buzon|correo|correos|email|e_mail|numero|linea|pagina|sitio|web|casilla
&oficial = oficial*|institucional*|profesional*|corporativ*|uit|itu|trabajo|oficina|antigu*|anterior*|union|servicio
% ---- invitation
channel 3 < contactar|contacte|contacteme|contactenos|contacta|contactanos|escribanos|escribame|escribenos|escribeme|llameme|llamenos|comuniquese|comunicarse|pongase_en_contacto|ponganse_en_contacto|ponerse_en_contacto|ponte_en_contacto|pongase|ponganse &conmigo?
channel 2.6 < &escribir ..6 a|al|en|por|mediante|desde|hasta
channel 2.2 < &escribir
channel 2.6 <m contact*|escriba*|escribe|escriban*|escribir*|responda*|responder*|llame*|llamar*|llama
channel 2.6 <m localizar*|localizarme|encontrar*|ubicar*|disposicion|disponible|atender*|atiendo|atendemos ..5 en|a|al|por
channel 2.2 <m localizar*|disposicion|disponible|localizable
channel 2.4 < pregunta*|comentario*|sugerencia*|observacion*|opinion*|duda*|consulta|consultas|aporte*|aportacion*|respuesta*|mensaje*|carta*|correspondencia ..6 a|al|en|:|por
channel 2.2 <m pregunta*|comentario*|sugerencia*|consulta|consultas|duda*|informacion|informes|solicitud*|entrevista*|cita|citas|invitacion*|aclaracion*
channel 1.3 <u pregunta*|consultas|dudas
channel 2.4 < diganos|digame|dinos|dime|cuenteme|cuentenos|cuentanos|haganos|hagame|hagame_saber|haganos_saber
channel 2.4 < sirvase|sirvanse|se_ruega|rogamos|agradeceremos|agradeceria|agradecere|agradezco|por_favor|tenga_a_bien|tengan_a_bien|ruego ..3 &escribir|confirm*|inscrib*|que|enviar
channel 2 <m por_favor|se_ruega ..8 a|al|en
channel 2.4 < a|en|al esta|la|mi|nuestra|este|siguiente &buzon siguiente|electronic*|postal|:
channel 2 <m por correo|email|e_mail|telefono|fax|whatsapp
channel 2.4 < correo electronico a|:
channel 2 <m correo electronico
channel 2.4 <m hablar|hablemos|conversar|conversemos|charlar|dialogar|reunirse|reunirnos|reunirme|conocernos|comunicarte
channel 2.4 < concertar|acordar|pedir|solicitar|solicite*|pida|agendar|fijar|reservar|reserve|obtener|coordinar|concierte ..4 reunion*|cita|citas|entrevista*|encuentro*|audiencia|ejemplar*|copia*|informacion
channel 2.2 < reunion*|cita|entrevista*|encuentro*|audiencia ..6 a|al|en|por|:|mediante
channel 3 < no ..2 dude*|duden|dudes|olvide*|olviden|olvides|deje*|dejen|dejes|vacile*|espere*|esperen|tarde|pierda*|tema ..3 en|de|a|mas|la|la_ocasion? ..1 &escribir|inscribir*|registrar*|votar|apoyar|participar|visitar|seguir*|confirmar
channel 2.2 < no ..2 dude*|duden|dudes|olvide*|olviden|deje_de|dejen_de|vacile*|espere_mas
% ---- campaign
channel 3 < rsvp|r_s_v_p|s_r_c|confirm*_asistencia|confirme|confirmar
channel 2.6 < inscri*|registr*|suscrib*|suscripci*|apunt*|reserv*
channel 2.6 < vote|voten|vota|votar|voto|su_voto ..4 a|en|por|aqui|:|via
channel 2.2 < vote|voten|vota|votar|su_voto
channel 2.6 < apoye*|apoyen*|apoya|apoyan*|apoyar*|apoyo|respald*|adhesion* ..6 a|al|en|por|aqui|:
channel 2.2 < apoye*|apoyen*|apoya|apoyan*|apoyar*|respalde*|respaldar
channel 2.2 < carta*|mensaje*|nota*|declaracion*|muestra* de ..1 apoyo|adhesion|respaldo
channel 2.6 < don*_en|donativo*|donacion*|done|donar|aport*|contribuy*|contribu*|financi*
channel 2.6 < unase|unete|unanse|sumese|sumate|sumense|adhierase|participe|participa|participen|colabore|afiliese
channel 2.6 < firme|firmar|firmen|firma|compromiso|comprometa*
channel 2.6 < rellene*|rellenar|complete|completar|llene|llenar|cumplimente|responda|conteste ..5 formulario|encuesta|cuestionario|sondeo
channel 2.2 < formulario|encuesta|cuestionario|sondeo|peticion
channel 2.6 < descarg*|baj*se|lea|lean|lee|leer|conozca*|conozcan|conoce|conocer|descubr*|consult*|visit*|mire|vea|vean|ver|encuentr*|encontrar*|obten* ..3 &mi ..4 vision|programa|manifiesto|plan|propuesta*|cv|curriculum|trayectoria|biografia|video|folleto|campana|pagina|sitio|perfil|discurso|mensaje|prioridades|compromisos
channel 2.2 = &mi ..3 vision|programa|manifiesto|plan_de_accion|propuestas|cv|curriculum|folleto|campana|sitio|pagina|web|blog|perfil|canal|boletin|prioridades
channel 2.4 = sitio|pagina|web|equipo|oficina|jefe|jefa|director|directora|cuenta|sede|comando|comite|direccion|portal|video|formulario|correo de ..2 campana
channel 1.4 = mi|nuestra|su candidatura|campana|candidata|candidato
channel 2.2 <u entre_en|ingrese|acceda|haga_clic|haz_clic|pulse|escanee|escanea|visite|visita|siga|sigue|suscribase
channel 2.6 < siga|sigan|sigue|sigame|siganos|sigueme|siguenos|seguir|seguirme &mi|la|el|a|mi?
channel 2 <m prensa|medios contacto|relaciones|oficina|gabinete
channel 1.4 <u mas|mayor|ampliar|amplie informacion|info|detalles
channel 2 < asistencia|recepcion|coctel|cena|almuerzo|desayuno|conversatorio
channel 2.2 = codigo_qr|boton
channel 2.6 @ utili*|use|usen|usar|emple*|prefier*|dirija*|elija ..5 @
channel 2.2 @ en_su_lugar|en_cambio|ahora|desde_ahora|en_adelante|a_partir_de ..9 @
channel 2.6 @ &redirigido ..7 a|al|hacia|en ..6 @
channel 2.2 @ sino ..5 a|al|en|por|hacia|desde ..4 @
channel 2.2 @ pero ..5 a|al|en|por ..3 @
channel 2 @ &mi nuev*|propi* ..3 &buzon ..3 @
channel 2.2 @ &mi ..2 &buzon ..2 privad*|personal*|particular*|de_campana ..3 @
channel 2.4 @ @ ..3 es|son ..4 privad*|personal*|particular*|nuev*|campana
channel 2.6 @ reemplazad*|sustituid* por ..4 @
channel 2.2 @ @ para|si ..3 cualquier|escrib*|votar|apoyar|contactar*|responder|preguntar|concertar|participar|inscribir*|descargar|hablar|me|nos|consultas|dudas
channel 2 > escribirme|escribirnos|contactarme|contactarnos|localizarme|apoyarme|apoyarnos|responderme|llamarme
channel 2.2 > le|les ..1 atendere*|responder*|espero|esperamos|atendemos|contestar*
channel 2 $m para cualquier|toda|todas|sus|mas
% ---- labels
channel 2.6 ^m correo|correo_electronico|correo_e|c_e|e_mail|email|mail|tel|telefono|telf|tlf|tfno|movil|celular|cel|fax|telefax|directo|oficina|centralita|conmutador|extension|ext|anexo|interno|whatsapp|direccion_electronica|direccion|direccion_de_correo :|.|-|/|)|*
channel 1.6 ^m correo|correo_electronico|e_mail|email|tel|telefono|tlf|movil|celular|fax|direccion|telefax|extension|anexo|centralita|conmutador
channel 2.6 ^ de|a|para|cc|cco|remitente|destinatario|responder_a|contacto|contactos|autor|autora|respuestas|campana|copia|consultas :
channel 2.2 ^m prensa|secretaria|informes|info|informacion|equipo|oficina|sede :
channel 1.8 ^u web|sitio|sitio_web|pagina|pagina_web|internet|en_linea|redes_sociales|redes :|-|*
channel 1.4 ^u sitio_web|pagina_web|internet
channel 2 < contacto|contactos|datos_de_contacto|escribanos|contactenos|contactanos|manténgase_en_contacto|sigamos_en_contacto
channel 2 h atentamente|cordialmente|saludos|un_cordial_saludo|saludos_cordiales|respetuosamente|muy_atentamente|un_abrazo
channel 1.4 = atentamente|cordialmente|saludos|saludo|un_cordial_saludo|respetuosamente|suyo
channel 1.3 = candidato|candidata a
channel 1.6 ^ autor|autora|elaborado_por|redactado_por|preparado_por|editado_por|publicado_por|responsable
% ---- reference
reference 2.6 < fuente|fuentes|referencia|referencias|bibliografia|notas|nota|para_saber_mas|creditos|citas :|*
reference 2.4 < fuente|fuentes|citado|citada|extraido*|tomado|tomada|vease|veanse|cf|consultado|reproducido|segun_consta
reference 2.6 = segun|de_acuerdo_con|conforme_a|en_virtud|con_arreglo|tal_como|de_conformidad|como_establece|como_dispone
reference 2.4 = resolucion*|recomendacion*|decision|articulo|constitucion|convenio|reglas_generales|textos_fundamentales|reglamento*|tratado|actas_finales|anexo|disposicion*|orden_de_servicio|circular|numeral
reference 2.4 = estadistic*|cifras|datos|indicador*|indice|base_de_datos|hechos_y_cifras|por_ciento|estimacion*|tasa|medicion*
reference 2.2 = informe*|publicacion*|estudio*|manual|directrices|norma*|especificacion*|comunicado*|articulo|archivo*|acta|actas|plan_estrategico|plan_financiero|revista|orientacion*|texto_integro|texto_completo
reference 3.2 = lista|listado|relacion|pagina|cuadro|registro oficial? ..1 de|con ..2 candidat*|postulant*
reference 3 = candidat*|eleccion*|proceso_electoral|candidaturas oficial*|presentad*|publicad*|procedimiento|calendario|lista|recibidas|anunci*|normas
reference 2.6 = lista|texto|sitio|pagina|portal|documento*|version|programa|calendario|orden_del_dia|anuncio|fuente ..1 oficial*
reference 1.6 = adoptad*|aprobad*|ratificad*|consagrad*|prevista|previsto|recogid*|establecid*|fijad* por|en|a
reference 1.6 = publicad*|disponible*|consultable*|accesible*|reproducid*|archivad*|figura*|recogid*|consultarse|puede_verse|pueden_verse ..2 en|por|aqui|a
reference 1.3 <u vease|veanse|ver|consultar|consulte|lease|comparese
reference 2 ^u vease|veanse|ver|consultese|disponible_en|consultado_en
reference 1.5 = sitio|pagina|portal|biblioteca|archivo|sala_de_prensa|web de ..2 uit|itu|union|organizacion|conferencia|consejo|secretaria
reference 2.4 $ consultad*|acceso|accedido|fecha_de_consulta|ultimo_acceso|visitado|recuperado
reference 2.2 = documentos|documento|sitio|pagina|orden_del_dia|inscripcion|acreditacion|secretaria|calendario|portal ..1 de ..2 conferencia|consejo|asamblea|comision*|delegado*|delegacion*|plenipotenciarios
reference 1.8 = conferencia_de_plenipotenciarios|comision_de_estudio|comisiones_de_estudio|reunion_del_consejo
reference 1.8 = credito*|foto*|imagen|copyright|licencia|derechos_reservados
reference 2.4 < texto_integro|texto_completo|texto|version_original
reference 2 $m escribio|dijo|indico|confirmo|respondio
reference 1.8 = nota_de_orientacion
reference 2.2 = escribi|escribimos|trabaje|servi|ingrese a|en|al|para
% ---- moved
moved 3.4 @ en_lugar|en_vez|antes_que ..6 @
moved 3.4 @ y_no|no|nunca|salvo|excepto|jamas ..3 @
moved 2.6 @ no|nunca|jamas|nada|ningun*|nadie|tampoco|dejen_de|deje_de|evite*|eviten|eviteis ..7 a|al|en|por|hacia|desde|de|mi|la|us*|utili*|esta ..4 @
moved 3 @ @ ..3 ya|no|nunca|jamas|tampoco ..6 us*|utili*|emple*|atend*|le*|sirv*|debe*|esta*|vincul*|recib*|contest*|revis*|es
moved 3 @ @ ..7 &redirigido ..6 #|privad*|personal*|particular*|campana|otra|otro|nueva|nuevo
moved 1.6 @ @ ..6 &redirigido
moved 3 @ @ ..6 cerrad*|clausurad*|abandonad*|sustituid*|reemplazad*|reservad*|desactivad*|suprimid*
moved 3 @ &redirigido ..4 de|desde|del ..6 @
moved 2.8 @ de|desde|del ..4 @ ..4 a|hacia|al ..5 #
moved 2.8 @ recibid*|recib*|llegad*|llegan|lleguen|llegue*|llegaron|enviad*|dirigid*|escrit*|escriben|contactad* ..7 @ ..12 &redirigido|reenviar*|reenvi*|trasladan|se_traslad*
moved 2.8 @ &redirigido|reenviar* ..8 recibid*|recib*|llegad*|llegan|lleguen|llegaron|enviad*|dirigid* ..6 @
moved 2.6 @ dejado_de|abandonad*|cerrad*|deje_de_usar|dejo_de ..5 @
moved 2.6 @ sustituy*|reemplaz* ..5 @
moved 2.8 @ @ ..4 sustituid*|reemplazad* por
moved 2.4 @ @ ..2 > ..2 #
moved 2.6 @ reservad*|exclusiv*|unicamente|estrictamente|solo_para ..6 funcion*|servicio|oficial*|union|uit|trabajo ..4 @
moved 2.6 @ @ ..5 reservad*|exclusiv*|unicamente|estrictamente|solo_se
moved 2.2 @ sin usar|utilizar|pasar|recurrir|escribir ..6 @
moved 2.4 @ &mi ..1 &buzon ..2 &oficial ..3 @ ..8 no|ya_no|nunca
% ---- ethics, permission
ethics 2.6 = oficina|oficial|responsable|funcionari*|asesor*|consejer* de|en ..1 etica|deontologia
ethics 1.6 = etica|deontologia|ombudsman|mediador|mediadora
permission 2.6 = autorizacion|permiso|consentimiento|autoriz*|licencia|visto_bueno ..7 logo|logotipo|emblema|bandera|simbolo*|foto*|imagen*|marca
permission 2.2 = logo|logotipo|emblema|bandera|foto* ..7 autorizacion|permiso|consentimiento|autoriz*
permission 2 = asuntos_juridicos|unidad_juridica|servicio_juridico|asesor_juridico|asesoria_juridica
permission 1.6 = autorizacion_escrita|consentimiento_escrito|permiso_escrito
% ---- denials
not 1 = no|nunca|jamas|ni|tampoco|evite*|eviten|dejen_de|deje_de|ya_no|ningun*|nadie|en_lugar|en_vez|absteng*|abstener*
skip 1 = no_solo|no_obstante|sin_duda|sin_compromiso|sin_costo|sin_coste|sin_demora|sin_falta|no_dud*|por_que_no|no_solamente|sin_embargo|sin_mas|sin_vacilar|no_deje_de|no_dejen_de|no_dejes_de|sin_dudarlo
skip 1 = en_forma_de|derecho_de_voto|telefonia_movil|red_telefonica|banda_ancha_movil|a_partir_de|en_apoyo_de
break 1 = pero|sino|sin_embargo|mientras|aunque|porque|en_cambio|por_eso|pues
channel 2.4 h contactenos|contacto|contactos|contactanos|escribanos|datos_de_contacto|siganos|unase|apoyenos|apoyanos|inscripcion|contacto_de_prensa|comuniquese
reference 2.4 h notas|fuentes|fuente|referencias|bibliografia|para_saber_mas|creditos|enlaces_utiles|recursos|documentos|textos_de_referencia|notas_al_pie|enlaces
channel 2.4 @ de|desde|del ..5 # ..4 a|al|hacia ..5 @
moved 1.3 @ mensaje*|correo*|carta*|solicitud* ..5 llego|llegado|recibid*|enviad* ..4 @
channel 1 <m usted|ustedes|su|sus|le|les|me|mi|mis|nos|nuestro|nuestra|yo|conmigo
channel 0.85 <u su|usted|ustedes|tu|su_apoyo|sus
channel 1.3 ^u aqui :
channel 2.2 < hablemos|conversemos|dialoguemos|reunamonos|trabajemos
channel 2.4 < acuse|acusar|confirmar|confirmen|confirme ..3 recibo|asistencia|presencia|participacion
channel 2.4 <m solicitar*|solicite*|pedir*|pidan*|pida|obtener*|obtengan|conseguir*|encargar* ..8 a|en|al|por
channel 2.4 < comunicar|expresar|manifestar|notificar|anunciar|hacer_saber|hacer_llegar|comunicarnos|sumar|dar|brindar ..8 a|al|en|copia|mediante
channel 2.2 <m copia ..2 a
channel 2.2 < conocer|recibir|leer|escuchar|escucharlos|escucharle|escucharles|escuchar*|agradeceria|alegraria|encantaria ..5 opinion*|ideas|comentarios|reacciones|observaciones|sugerencias|pareceres
channel 2.2 <m escuchar*|atenderle*|atenderlo*|servirle*|ayudarle*|recibirle*|recibirlo*
channel 2.2 < idea|ideas|buzon_de_sugerencias|deje*|dejen*|publique|proponga*|plantee* ..6 en|aqui|a|:
channel 2.4 < mire|vea|vean|ver|escuche|reproduzca ..4 video|pelicula|corto|clip|discurso|mensaje|entrevista
channel 2.4 < elija|elijan|escoja|seleccione|reserve|aparte ..4 hora|horario|fecha|lugar|plaza|turno
channel 1.8 = por_que me ..2 presento|postulo|candidato|candidata
channel 2.4 <m pregunte*|preguntenme|preguntarme|preguntanos|preguntame|preguntenos
channel 2.4 < unete*|unase*|unanse*|sumarse|sumate|sumese|adherirse|adhierase|afiliarse|unirse|acompanenos|acompaneme
channel 2.2 @ # ..2 > ..2 @
channel 2.2 @ ahora|nueva_direccion|hoy|en_lo_sucesivo ..3 @
channel 2 @ contesto|respondo|contestamos|respondemos|escribo|respondere|contestare desde|con|por ..3 @
channel 2.6 @ remit*|reenvi*|traslad*|redirig*|transfier*|paso|pasamos|deriv* ..6 a|al|hacia ..4 @
moved 2.6 @ antes|anteriormente|antigua|antiguo|hasta_ahora ..3 @
moved 2.6 @ me|nos|usted|ustedes ..1 escribio|escribieron|escribiste|escrito|contacto|contactaron|envio|enviaron ..5 a|al|en|por ..2 @
moved 2.8 @ @ no puede|debe|podra|debera|ha_de|conviene|cabe|es|sera|sirve
moved 2.8 @ @ ..2 es|queda|sirve|esta solo|unicamente|exclusivamente|solamente ..1 para
moved 2.8 @ dejado|dejo|deje|cesado|renunciado ..4 @
moved 2.8 @ ningun*|nada ..10 en|a|por|desde|mediante ..3 @
moved 2.8 @ llega|llegue|llegan|lleguen|llegare|reciba|reciban|entra|entre ..8 a|en ..2 @ ..8 remit*|reenvi*|traslad*|redirig*|transfier*|paso|deriv*
reference 2 ^u mapa|mapas|grafico|figura|tabla|cuadro|infografia|imagen|foto|fotografia|texto|documento|contexto|enlace|enlaces|base_juridica|ilustracion :
reference 1.3 ^u uit|itu|onu|union ,|(|:
reference 1.4 ^u a_titulo_informativo|para_informacion|como_referencia|a_modo_de_referencia :
reference 2.4 = curriculo*|curriculum*|cv|biografias|perfiles|declaraciones|nombres de ..2 candidat*|postulant*
reference 2 = calendario|horario|fechas|orden_del_dia|programa|lugar de|del ..2 conferencia|plenipotenciarios|asamblea|consejo|eleccion*
reference 2 = mandato|atribuciones|composicion ..4 figura*|descrit*|definid*|publicad*|disponible*
reference 2 < a_tenor|conforme|a_la_luz
skip 1 = no_deja_de|no_cesa|sin_respuesta|no_hay_de_que
break 1 = asi_que|por_lo_que|por_tanto|por_consiguiente|luego
&otra = #|privad*|personal*|particular*
moved 2.8 @ &buzon ..3 &oficial ..3 @ ..14 &otra
moved 2.8 @ &oficial ..2 &buzon ..3 @ ..14 &otra
moved 3 @ contactad*|consultad*|abordad*|requerid* ..6 &buzon ..4 @
moved 2.8 @ retirar|retiren|retire|eliminar|eliminen|elimine|borrar|borren|borre|suprimir|quitar|quiten|sustituir|sustituyan|reemplazar|reemplacen ..3 @
moved 2.6 @ @ ..8 fuera|al_margen|aparte|ajen*|separad*
moved 2.4 @ nota_de_orientacion|segun_la_nota ..8 no|nunca ..6 @
channel 2.2 @ # ..12 en_su_lugar|poner|anotar|es|incluir|pongan ..3 @
channel 2.2 @ @ ..2 en_su_lugar
channel 2.4 <m acreditarse|acreditar*|acreditense|proponga*|propongan*|sugiera*|pedirlo|solicitarlo|pidalo|dirigirse|preguntar ..5 ante|a|al|en|por
channel 2.2 <m llamada|mensaje basta
channel 2.2 <m basta con? una|un llamada|mensaje|correo
channel 2.4 < anada*|agregue*|sume|inscriba*|ponga* ..3 suyo|suya|su|nombre
channel 1.6 <u lea*|leer* ..4 en|aqui|:
reference 2.4 = resultados|actas|escrutinio|recuento de ..3 votacion*|eleccion*|votos|conferencia*
reference 1.8 = votaciones|elecciones|conferencias pasadas|anteriores|precedentes
reference 2 = admision|acceso del_publico|publico|observadores
moved 2.4 @ gracias ..2 su|sus|tu mensaje*|correo*|carta* ..3 a|en ..1 @
moved 2.8 @ @ ..4 &buzon ..3 &oficial ..12 reserv*|solo|unicamente|exclusivamente|guardo
moved 2.4 @ @ es|sigue_siendo ..1 mi|nuestra|su|un|una|la|el ..1 &buzon ..2 &oficial
moved 3.2 @ envio|enviaron|enviaste|dirigio|mando|mandaron ..2 a ..1 @ ..8 paso|pasaron|traslad*|reenvi*|transfer*|remit*|movio
moved 2.6 @ dejen|deje|dejad ..2 @ ..4 al_margen|fuera|en_paz|aparte
channel 2.4 <m lineas|palabra|palabras|mensajito ..1 a
ethics 3.4 @ etica|deontologia ..6 localizar*|contactar*|llega|encuentra|consultar*|atiende ..5 @
moved 3.2 @ enviad*|dirigid*|recibid*|escrit*|llegad*|dejad* ..3 a|en|al|por ..1 @ ..3 se|han|ha|fueron|fue|estan ..6 a|al|en|hacia ..1 #
channel 2.6 @ enviad*|dirigid*|recibid*|escrit*|llegad*|dejad* ..3 a|en|al|por ..1 # ..3 se|han|ha|fueron|fue|estan ..6 a|al|en|hacia ..1 @
channel 2.2 @ @ ..1 recibe|atiende|recoge ..2 todo|todos|todas
channel 2.4 < avise*|avisar|informe_a|notifique|encontrarme|hallarme
channel 2 < simpatizantes|voluntarios|seguidores ..3 es|:
channel 1.2 = campana|candidatura
channel 1.4 <u descarg*
channel 2.2 = folleto*|cartel*|noticias|novedades|agenda|material*|pelicula de ..1 campana
% ---- the address taken up again ("esa dirección"), and the mail that came there ("los")
that 1 = usar|use|usen|usad|utilizar|utilice|utilicen|emplear|empleen|escribir|escriban|escriba|escribais|escribirme|enviar|envien|envie|responder|respondan|responda|manden|mande|llamen|llame|recurran|recurrir ..5 esa|esta|dicha|ese|este|dicho|aquella|la_misma|la_citada ..1 &buzon
that 1 = usenla|usela|usarla|utilicenla|utilicela|utilizarla|usenlo|uselo|usarlo|utilicenlo|utilicelo|utilizarlo|empleenla|emplearla|usadla
that 1 = la|lo usen|use|utilicen|utilice|usar|utilizar|empleen|empleeis|useis
that 1 = escriban|escriba|envien|envie|manden|mande|respondan|responda|escribir ..1 alli|ahi
that 1 = esa|esta|dicha|ese|dicho|este &buzon ..4 usa|usan|usarse|utiliza|utilizarse|lee|leo|sirve|funciona|atiende|atiendo|revisa|reviso
them 1 = los|las|lo|la he|hemos|ha|han ..1 &redirigido|movido|pasado
them 1 = los|las traslade|pase|reenvie|transferi|remiti|redirigi|derive|movi
them 1 = todos|todas|estos|estas|ellos|ellas han|fueron ..2 &redirigido
channel 3.6 @ @ ..2 sigue|continua|siguen|todavia|aun ..1 redirig*|funcion*|activ*|reenvi*|operativ*|vigente|en_pie|en_uso
reference 3 = como|segun|tal_como ..3 recordo|recordaba|informo|informaba|anuncio|anunciaba|senalo|senalaba|publico|publicaba|indico|indicaba|recuerda ..2 union|uit|itu|organizacion|secretaria|oficina
reference 3 = como|segun|tal_como ..2 union|uit|itu|organizacion|secretaria ..3 recordo|recordaba|informo|informaba|anuncio|anunciaba|senalo|senalaba|publico|publicaba|indico|indicaba|recuerda
reference 3 = tuit|tweet|publicacion|entrada|post|hilo|mensaje del|de|fechad*|con_fecha ..1 1*|2*|3*|4*|5*|6*|7*|8*|9*|0*|lunes|martes|miercoles|jueves|viernes|sabado|domingo
reference 2.8 = de|en|segun|del ..2 publicacion|entrada|tuit|tweet|post|mensaje en|de|del ..3 cuenta|perfil|pagina|muro
channel 3 < videos|video|respuestas|directo|emision*|episodios ..8 emitira*|publicara*|colgara*|difundira* ..3 en
channel 2.8 < ayuda|contribucion*|aportacion*|donativo* ..8 recibe|reciben|recibimos|agradece ..4 en|por|traves
channel 2.6 < siguelo|siguela|siguelos|siguelas|siganlo|siganla|siguenos|seguidlo|seguidla|seguidnos|seguirlo|seguirla en|a?
channel 2.6 < apuntar|apuntarse|apuntese|apuntate|suscribir|suscribirse|darse_de_alta|inscribir|inscribirse ..14 en
them 1 = he|hemos|ha ..1 &redirigido|reenviado|trasladado|derivado ..1 todos|todas|esos|esas|estos|estas ..1 mensajes|correos|cartas|escritos
"""
