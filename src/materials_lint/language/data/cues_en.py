"""English cues. The form of a table is told in `cues`."""

TABLE = """
&me = me|us|him|her|them|my_team|our_team|the_team|my_office|our_office|the_candidate|my_campaign|our_campaign|the_campaign|my_staff|my_assistant
&my = my|our|his|her|their|the_candidate_s
&send = send|sending|sent|submit|submitting|post|forward|direct|address|return|deliver|e_mail|email|mail
&write = write|writing|reply|replying|respond|responding|answer|get_in_touch|getting_in_touch|drop_me|drop_us|e_mail|email|mail|message|ping|text
&redirect = forwarded|redirected|transferred|moved|rerouted|passed_on|passed_along|sent_on|relayed|migrated|diverted|routed|copied_over|taken_over|carried_over|relocated|sent_onward
&elsewhere = #|private|personal|own|campaign|new|other|another|elsewhere|outside|there
&treated = answered|handled|dealt_with|continued|treated|processed|pursued
&denied = not|never|no_longer|cannot|can_t|isn_t|aren_t|wasn_t|won_t|shouldn_t|mustn_t
&use = use|used|using|monitor*|read|check*|write|written|contact*|send|sent|answer*|connected|linked|part|involved|available|reply|respond|intended|meant|active|valid|in_use|work|for
&official = official|itu|office|corporate|institutional|work|union|organization_s|duty|staff|old|former|previous
&box = address|account|mailbox|inbox|e_mail|email|mail|number|line|page|site|website|phone|telephone
&office = office|officer|adviser|advisor
% ---- channel: writing, calling, answering
channel 3 <m contact|reach|call|phone|ring|text|message &me at|on|via|through|by|under?
channel 3 < contact &me
channel 2.6 <m contact*
channel 2.2 <u contact*
channel 3 < get_in_touch|getting_in_touch|in_touch|stay_in_touch|keep_in_touch
channel 3 <m &write|speak|talk to|with|at|via &me?
channel 2.6 < &write to|back|at|via
channel 2.4 <m write|e_mail|email|message|phone|call|ring|text|ping &me
channel 2 <m e_mail|email|write|phone|call|ring|fax|dial|whatsapp|text
channel 2.4 < reach &me
channel 2.4 <m reached|reachable|contacted|contactable|joined at|on|via|through|under|by
channel 2 <m reached|reachable|reach
channel 2.6 < repl*|respon*|answer*|feedback|comment*|suggestion*|question*|quer*|enquir*|inquir*|message*|mail|letter*|correspondence ..4 to|at|via
channel 2.2 <m question*|quer*|enquir*|inquir*|feedback|comment*|suggestion*|interview*|appointment*|invitation*
channel 1.3 <u question*|quer*|enquir*|inquir*|feedback
channel 2.6 < &send ..7 to|at|via
channel 1.8 <m &send
channel 2.2 < tell|let &me ..3 know|think|what
channel 2.4 < share|sharing ..6 with &me
channel 2.4 < address|direct ..6 to
channel 2.2 <m addressed|directed|submitted|sent|returned|communicated|notified to|at|via
channel 2.4 <m available|listening|yours|here ..3 at|on|via
channel 2.4 <m call|calls
channel 2.2 <m call|phone|ring|dial|text &me?
channel 2.6 <m speak|talk|meet|chat with|to &me
channel 2 <m hear from you
channel 2.4 <m my|our door|line|lines|inbox|mailbox is|are ..2 open
channel 2.6 <m write a line|note
% ---- channel: requests of a campaign
channel 3 < rsvp|r_s_v_p
channel 2.6 < register|registration|registering|sign_up|signing_up|enrol*|subscrib*|book|booking|reserve|reservation*
channel 2.6 < vote|voting|votes|ballot ..4 at|on|via|here|through|now|:
channel 2 < vote|votes|voting for|me|us|with
channel 2.6 < pledg*
channel 2.6 < donat*|contribut*|fund*|crowdfund* ..5 at|on|via|here|through|now|:|to
channel 2.4 < donate|donation*|fundrais*
channel 2.2 < support|back|endorse &me|my|our|alice|the
channel 2.2 < support|endorse* ..6 at|on|via|here|through|to|:
channel 2.2 < letter*|statement*|message*|declaration*|note*|expression* of support|endorsement
channel 1.4 = my|our|his|her candidature|candidacy|campaign|candidate|supporters|team
channel 2.6 < join ..6 at|on|via|here|through
channel 2 < join &me|my|our|the|movement
channel 2.6 < volunteer*|sign ..3 petition|pledge|letter|declaration
channel 2.6 < fill_in|fill_out|complete|take ..5 form|survey|poll|questionnaire
channel 2.2 < survey|poll|petition|questionnaire|web_form|online_form
channel 2.6 < download|get|read|watch|see|view|find|discover|explore|browse|consult|visit|check_out ..3 &my ..4 vision|manifesto|programme|program|platform|plan|priorities|cv|biography|bio|video|brochure|flyer|leaflet|campaign|page|site|website|profile|statement|speech|message|proposals|pledges
channel 2.2 = &my ..4 vision|manifesto|programme|program|platform|priorities|cv|brochure|flyer|leaflet|campaign|website|webpage|homepage|blog|page|proposals|pledges|newsletter|channel|profile|site
channel 2.4 = campaign website|site|page|hq|headquarters|team|office|manager|channel|account|hub|portal|newsletter|desk|address|mailbox|line|hotline|form|video|store
channel 2.2 <u visit|go_to|head_to|click|tap|scan|log_on|join|follow|subscribe
channel 2.6 < follow &me|my|our|the
channel 2.2 < follow
channel 2.4 < meet|meeting|appointment|interview|coffee|bilateral*|talk|call ..6 at|via|through|with|:|to
channel 2.2 <m arrange|schedule|set_up|organise|organize|book|fix|request ..6 meeting|call|appointment|interview|bilateral*|talk|visit|conversation|briefing
channel 2.2 < request ..4 from|at|via
channel 2.2 < ask ..3 question*|copy|copies|team|me
channel 2 <m press|media contact|enquir*|inquir*|office|desk|relations
channel 1.8 <m copies|copy|further|more|additional|detail*|information
channel 1.4 <u more|further|additional information|info|details|about
channel 2 <u learn|find_out|read|know|discover more ..3 about? &me?
channel 2.2 = qr_code|qr|button
channel 2 < attend*|invit*|confirm*|reception|dinner|breakfast|cocktail|webinar|town_hall
channel 1.6 = elect me|us
channel 1.6 <m prefer|preferred|best|direct|private|personal &box|way|channel|contact
channel 2.8 @ use|using|try|prefer|choose ..4 @ instead
channel 2.6 @ instead ..6 use|write_to|contact|to|at|is|via ..3 @
channel 2.2 @ please|kindly|rather|instead|only|always|do|now|henceforth|just use|using|try ..4 @
channel 2.4 @ use @ to|for|as|when|if
channel 2.2 @ at|via|through|on|by|under|visit|over @ ..6 you can|may|will
channel 2.2 @ &redirect ..7 to|towards|into|onto|through|on|via ..6 @
channel 2 @ # ..3 but|instead|rather ..4 to|at|use|on|is ..3 @
channel 2 @ my|our new|private|personal|own|campaign|only ..3 &box ..3 @
channel 2.4 @ @ ..2 is|are ..4 my|our ..3 private|personal|new|campaign|only
channel 2 @ @ ..4 reaches|reach|will_reach|gets|goes ..4 me|us|my|our|straight
channel 2.2 > reaches|gets_to|goes_to &me
channel 2.2 @ @ ..3 is|are where|how you|to
channel 2.4 @ @ is ..3 open|available|ready|at_your_disposal|waiting
channel 2.2 > welcomes|awaits|looks_forward|will_answer|will_reply|answers|responds
channel 2.2 @ @ to|if you|to write|talk|vote|support|contact|register|reply|rsvp|book|donate|join|pledge|sign|subscribe|ask|tell|send|download
channel 2 $m for|with any|all|more|further|your|questions|enquiries|interviews|details|appointments|comments
channel 2.6 @ replaced|superseded|succeeded by|with ..4 @
channel 2.4 @ mail|messages|correspondence ..6 belongs|goes|come|comes|should_go|must_go|arrives to|at|in|on ..3 @
% ---- labels of cards, signatures and mail headers
channel 2.6 ^m e_mail|email|mail|tel|telephone|phone|mobile|cell|fax|telefax|telex|direct|office|work|home|m|t|e|f|p|voice|whatsapp|skype|switchboard|hotline|helpline|secretariat|extension|ext|gsm :|.|-|/|)|*
channel 1.6 ^m e_mail|email|mail|tel|telephone|phone|mobile|cell|fax|telefax|hotline|address|extension|switchboard|whatsapp
channel 2.6 ^ from|to|cc|bcc|reply_to|sender|return_path|contact|contacts|author|write_to|rsvp|kontakt|replies|enquiries|campaign :
channel 2.2 ^m press|media|secretary|secretariat|assistant|info|information|office|headquarters|team :
channel 1.8 ^u web|website|web_site|homepage|www|site|internet|url|online|twitter|facebook|instagram|linkedin|x|youtube|telegram|socials|social_media :|-|||*
channel 1.4 ^u website|homepage|www
channel 1.8 = contact_details|contact_us|contact_me|contact_information|business_card|visiting_card
channel 2 < contact|contacts|contact_details|get_involved|write_to_us|stay_connected|connect_with_me|connect
channel 2 h best_regards|kind_regards|sincerely|yours_sincerely|yours_faithfully|yours_truly|yours|regards|best_wishes|warm_regards|with_best_regards|respectfully|sincerely_yours|with_respect
channel 1.4 = best_regards|kind_regards|sincerely|yours|regards|best_wishes|signed|warm_regards|respectfully
channel 1.3 = candidate for|to the?
channel 1.8 = connect|connected with &me
channel 1.6 ^ author|written_by|prepared_by|published_by|issued_by|responsible|editor|produced_by|created_by
% ---- reference
reference 2.6 < source|sources|references|reference|bibliography|further_reading|footnote*|notes|credits|citation*|sources_and_notes|works_cited :|*
reference 2.4 < source|sources|cited|citing|cf|quoted|adapted_from|taken_from|drawn_from|excerpt*|retrieved|accessed|extracted
reference 2.6 = according_to|as_reported_by|as_stated|as_published|as_set_out|as_defined|as_recorded|as_shown|based_on|data_from|figures_from|statistics_from|numbers_from
reference 2.4 = resolution*|recommendation*|decision|article|constitution|convention|general_rules|basic_texts|radio_regulations|regulations|treaty|final_acts|provision*|annex|declaration_of_principles|rules_of_procedure|service_order|circular
reference 2.4 = statistic*|figures|indicators|dataset*|data_set*|data_hub|datahub|facts_and_figures|data|yearbook|index|survey_results|measured|measurement*|estimate*|database|percent|per_cent|penetration
reference 2.2 = report*|publication*|study|studies|handbook|guideline*|guidance|standard*|specification*|paper|article|press_release|newsroom|news_item|journal|magazine|archive*|minutes|summary_record|proceedings|strategic_plan|financial_plan|annual_report|text_of
reference 3.2 = list|page|roster|table|overview|register of|with|for ..4 candidat*|nominee*|nomination*
reference 3.2 = candidat*|election*|nomination* list|page|portal|process|procedure*|rules|timetable|calendar|announced|published|notice
reference 2.6 = official list|text|site|website|page|portal|record*|document*|journal|programme|agenda|announcement|version|source|timetable|calendar|site
reference 1.6 = adopted|approved|ratified|enacted|mandated|laid_down|enshrined|stipulated|decided|published by|in|at|under
reference 1.6 = published|documented|recorded|listed|archived|posted|available|found|reproduced|described|explained|hosted|displayed at|on|in|under|here|online
reference 1.6 = is|are|was|were|be ..2 published|documented|recorded|listed|archived|posted|set_out|reproduced
reference 1.3 <u see|see_also|cf|consult|refer_to|compare|e_g|i_e|viz
reference 2 ^u see|see_also|cf|refer_to|accessed|quoted_from
reference 1.5 = itu_s|the_union_s|the_organization_s|itu|union website|site|web_site|webpage|portal|page|library|archive|newsroom|home_page
reference 2.4 $ accessed|consulted|retrieved|visited|viewed|last_accessed|checked
reference 2.2 = conference|plenipotentiary|council|assembly|study_group*|working_group*|delegate*|delegation* documents|document|website|site|page|portal|agenda|programme|registration|accreditation|secretariat|calendar|timetable
reference 1.8 = plenipotentiary_conference|study_group|study_groups|council_session|world_radiocommunication_conference
reference 1.8 = credit|photo*|image|picture|copyright|licen*
reference 1.6 = history|founded|established|website_of|site_of|home_page_of|portal_of|pages_of
reference 2 = under_the_terms|in_line_with|pursuant_to|in_accordance_with|in_conformity_with|as_required_by|quoted_in|mentioned_in
reference 2.4 < full_text|the_text|original|text
reference 1.8 = wrote|a_letter_from|correspondence_with
reference 2 $m wrote|said|announced|confirmed|replied|informed
reference 2.4 = i|we|delegat* wrote|applied|reported|worked|served|joined to|at|in|for
reference 2.2 = wikipedia|reuters|the_guardian|newspaper|press_article
reference 1.8 = guidance_note|ethics_note|the_note says|states|asks|advises|reads|recommends
% ---- moved
moved 3.4 @ instead_of|rather_than|in_place_of|in_lieu_of|as_opposed_to|other_than ..5 @
moved 3.4 @ and_not|not|but_not|never|except ..3 @
moved 2.6 @ not|never|nothing|none|no_one|nobody|don_t ..6 to|at|via|on|through|from|my|the|use|using ..4 @
moved 3 @ @ ..4 &denied ..5 &use
moved 3 @ @ ..5 should|must|will|may|can|is|are not|never|no_longer
moved 3 @ @ ..6 is|are|was|were|has_been|have_been|will_be|gets|get|being ..3 &redirect ..5 &elsewhere
moved 1.6 @ @ ..6 is|are|was|were|has_been|have_been|will_be|gets|get|being ..3 &redirect
moved 3 @ @ ..6 is|are|was|were|has_been|have_been|will_be|gets|get|being ..3 retired|closed|discontinued|abandoned|replaced|superseded|off_limits|reserved|switched_off|for_official|deactivated|shut
moved 3 @ &redirect ..4 from|off|out_of|away_from ..5 @
moved 2.8 @ from ..5 @ ..4 to|into|onto|over|towards ..5 #
moved 2.8 @ from ..3 @ ..4 &redirect
moved 2.8 @ received|reached|arriv*|arrived|came|come|comes|coming|sent|addressed|landed|lands|written|get|got|reaching|contacted|reach|land ..6 @ ..9 &redirect|&treated|forward|forwards|move|moves|redirect|redirects|transfer|transfers|goes|go|pass|relay|answer|reply|continue
moved 2.8 @ &redirect|forward|forwards|move|moves|redirect|redirects|transfer|transfers ..5 messages|mail|mails|e_mails|emails|letters|everything|anything|correspondence|those|questions ..9 received|reach*|arriv*|came|come|sent|addressed|land* ..5 @
moved 2.6 @ away_from|off|out_of|left|leave|leaving|stopped_using|stop_using|gave_up|ceased_to_use|closed|abandoned|retired ..4 @
moved 2.8 @ @ ..7 &redirect|forward|forwards|redirect|redirects ..6 &elsewhere
moved 2.4 @ my|our|the old|former|previous|official|work|itu|corporate|office &box ..4 @ ..6 # ..2
moved 2.6 @ replac*|supersed*|supplant* ..5 @
moved 2.8 @ @ ..4 replaced|superseded by|with
moved 2.4 @ @ ..2 > ..2 #
moved 2.2 @ keep|kept|keeping|separate|remove|removed|delete|deleted|stay|stays ..6 out|away|off|from|separate ..5 @
moved 2.6 @ reserved|only|strictly|exclusively|solely for ..6 official|duties|duty|union|itu|business|work ..4 @
moved 2.6 @ @ ..5 reserved|only|strictly|exclusively|solely for ..4 official|duties|my|union|itu|business|work
moved 2 @ @ ..3 bounce*|deleted|unread|unanswered|no_reply|ignored
moved 2.4 @ without using|copying|writing_to|use_of ..4 @
moved 2.2 @ no ..3 mail|message*|e_mail*|correspondence|campaign ..6 to|at|via|through|from|on ..4 @
moved 2.4 @ &my ..2 &official &box ..3 @ ..8 &denied
moved 2 = private|personal account|address|mailbox should|must be
% ---- ethics office, permission
ethics 2.6 = ethics &office
ethics 2.4 = eto|ethics_helpline|ombudsman|ombudsperson
ethics 1.6 = ethics
ethics 2 = cleared|vetted|reviewed|advice|advised|advise|approved ..6 ethics
permission 2.6 = permission|authori?ation|authorization|authorisation|consent|clearance|licence|license|written_approval ..6 logo|emblem|flag|symbol*|picture*|photo*|brand*|mark*|name
permission 2.2 = logo|emblem|flag|branding|photo*|picture* ..7 permission|authorization|authorisation|consent|clearance|approval|allowed
permission 2 = legal_affairs|branding_team|branding_unit|legal_adviser|legal_unit|legal_office
permission 1.6 = permission|written_consent|prior_consent|branding
% ---- denials and what looks like one
not 1 = do_not|don_t|does_not|doesn_t|did_not|didn_t|never|no_longer|cannot|can_not|can_t|must_not|mustn_t|should_not|shouldn_t|may_not|will_not|won_t|not|nor|neither
not 1 = avoid|refrain*|abstain*|stop|instead_of|rather_than|ceased|cease|nobody|no_one|nothing
skip 1 = not_only|no_later_than|why_not|not_least|no_doubt|no_matter|not_just|no_problem|if_not|whether_or_not|not_yet|no_obligation|no_cost|not_far|no_need_to_wait
channel 2.6 < do_not|don_t|never|not hesitate|forget|be_shy|be_afraid|miss|wait|delay|fail|lose ..4 contact*|write|call|reach|ask|vote|register|join|reply|respond|sign|e_mail|email|send|phone|get_in_touch|rsvp|download|visit|follow
channel 2 < do_not|don_t|never|not hesitate|forget|be_shy|miss|wait|delay|fail
channel 2.6 @ no need|reason ..8 : ..3 @

skip 1 = form of|in_the_form|follow_up|following|write_up|in_support_of|call_for|calls_for|contact_group|supported_by|last_call|reports_to|support_for|board_members|voting_rights|right_to_vote|vote_count*|address_the|addresses_the|to_address|mobile_broadband|mobile_phone|mobile_network*|fixed_telephone
break 1 = but|however|instead|whereas|while|although|though|yet|rather|because|so
% ---- headings
channel 2.4 h contact|contacts|contact_us|contact_me|contact_details|get_in_touch|get_involved|stay_in_touch|write_to_us|join_us|support_us|follow_us|connect|rsvp|press_contact|media_contact
reference 2.4 h notes|sources|source|references|bibliography|further_reading|footnotes|endnotes|credits|works_cited|useful_links|resources|background|documents|legal_basis|related_links|links|read_more_about
% ---- further
channel 2.2 < goes|go|comes straight|directly to
channel 2.2 < find|reach me|us ..4 on|at|via|under
channel 2.4 @ from ..5 # ..4 to|into|onto|towards ..5 @
moved 1.3 @ message*|mail|letter*|e_mail*|request|note|question* ..5 arrived|reached|received|landed|came|sent ..4 @
channel 1 <m you|your|yours|me|us|let_s|my|our|i|we
channel 0.85 <u you|your|yours|us|let_s
channel 1.3 ^u here :
channel 2.2 < let_s|let_us talk|speak|meet|discuss|work
channel 2.4 < acknowledge|acknowledgement|confirm ..3 receipt|attendance|presence|participation|interest
channel 2.4 <m let|letting &me ..2 have|know|hear
channel 2.4 <m obtained|obtainable|available|ordered|requested|had from|through|at
channel 2.4 < communicate|convey|notify|signal|express|announce|declare|return ..8 to|at|via|on
channel 2.2 <m copy|copies|cc|copied ..2 to|in
channel 2.2 < hear|receive|have|welcome|value|appreciate|grateful ..5 views|thoughts|ideas|comments|reactions|remarks|advice|opinion|feedback|suggestions
channel 2.2 < ideas|idea|suggestion_box|drop|leave|post|submit ..6 at|on|in|here|via|to|:
channel 2.4 < watch|play|listen ..5 film|video|clip|speech|message|interview|podcast|trailer
channel 2.4 < choose|pick|select|reserve|take ..4 slot|time|date|seat
channel 1.8 = why_i|why_we ..3 running|run|stand|standing|candidate
channel 2 <m mobile|phone|line|office_hours|voicemail|landline
channel 2.2 @ # ..2 > ..2 @
channel 2.2 @ now|henceforth|today|new ..3 @
channel 2 @ replying|answering|writing|responding|reply|answer|respond|write from ..3 @
channel 2.6 @ pass|passes|forward|forwards|redirect|redirects|transfer|transfers|send|sends|hand|route|relay ..6 to ..4 @
moved 2.6 @ previously|formerly|until_now|old|former|once ..3 @
moved 2.6 @ you ..2 wrote|written|write|sent|contacted|addressed ..5 to|at|on|via ..2 @
moved 2.8 @ @ ..2 is|are ..2 for ..4 official|itu|union|work|duties|office|professional ..3 only|business|use|purposes|matters
moved 2.8 @ @ ..2 is|are|stays|remains only|solely|strictly|exclusively for
moved 2.8 @ lands|arrives|comes|reaches|goes|land|arrive|come|reach ..3 @ ..4 pass|forward|redirect|transfer|hand|move
moved 2.4 @ out_of_respect|respecting|under_the_rules|in_keeping ..12 stopped|ceased|not|no ..4 @
reference 2 ^u map|maps|chart|graph|figure|table|infographic|image|photo|photograph|picture|credit|text|document|background|context|reading|link|links|legal_basis|timetable|details_of_the_conference :
reference 1.3 ^u itu|uit|un|union ,|(|:
reference 1.4 ^u for_information|for_reference|for_the_record|for_details|background :
reference 2.4 = candidates|nominees ..2 cvs|cv|biographies|curricula|statements|visions|profiles|names
reference 2 = timetable|schedule|calendar|dates|agenda|venue of|for ..2 conference|plenipotentiary|assembly|council|election*|elections
reference 2 = mandate|terms_of_reference|membership|remit|work_programme ..3 described|set_out|defined|published|available|of
skip 1 = no_better|no_longer_than|what_not|if_not_already|nothing_but
break 1 = so|hence|therefore|thus
moved 2.8 @ &official ..2 &box ..4 @ ..14 #
moved 2.6 @ &official ..2 &box ..4 @ ..12 private|personal
moved 3 @ contacted|reached|approached|written_to|addressed|mailed|e_mailed ..5 &official ..2 &box ..4 @
moved 2.8 @ remove|delete|strike|erase|drop|replace|take ..3 @ ..5 from|with|by|off
moved 2.6 @ @ ..7 stays|stay|remains|kept|is|are|will_stay out_of|outside|apart|off|separate|aside
moved 2.4 @ guidance_note|ethics_note|under_the_rules ..8 not|never|no ..6 @
channel 2.2 @ # ..12 in_its_place|instead|to_put|put|enter ..3 @
channel 2.2 @ @ ..2 in_its_place|instead
channel 2.4 <m only ask|call|write|request|say
channel 2.4 <m accredit*|apply|propose|suggest|ask|request ..5 to|with|at|from|via
channel 2.4 < add|enter|record|register ..2 yours|your_name|your_own|your ..5 at|on|here|:
channel 2 < conversation|movement|discussion|debate ..4 with|at|on|:
channel 1.6 <u read ..5 on|at|in|here|:
reference 2.6 = results|outcome|counts|records|minutes of|from ..3 elections|election|votes|vote|voting|ballot|ballots|conference*
reference 1.8 = past|previous|earlier elections|conferences|councils
reference 1.8 = looked_up|looked_at|consulted|checked at|on|in
reference 1.8 = conference|congress|summit|forum website|site
reference 2 = admission|access_of|accreditation_of the_public|public|observers|media
moved 2.4 @ thank* ..3 your|the e_mail|message|mail|letter|note|messages ..3 to|at|on ..1 @
moved 3.4 @ thank* ..3 your|the e_mail|message|mail|letter|note|messages ..3 to|at|on ..1 @ ..6 forwarded|moved|transferred|redirected|passed
channel 2.4 < join ..3 conversation|debate|movement|discussion
moved 2.8 @ @ ..3 &official ..2 &box ..12 keep|reserve*|only|strictly|solely
moved 2.4 @ @ is|remains ..1 my|our|her|his|a|an|the &official &box
moved 3 @ you ..1 sent|addressed|wrote ..2 to ..1 @ ..8 moved|transferred|filed|added|put|forwarded
moved 2.6 @ leave|spare ..2 @ ..3 alone|out|outside|aside
ethics 3.4 @ ethics &office ..6 reached|contacted|reachable|available|consulted ..4 @
ethics 3.4 @ ethics &office ..6 reached|contacted|reachable|available|consulted ..4 # ..6 @
ethics 3.4 @ ethics &office ..6 reached|contacted|reachable|available|consulted ..4 # ..6 # ..6 @
skip 2 = cannot_wait|can_t_wait|can_hardly_wait|couldn_t_be|cannot_but|not_a_day|nothing_less
moved 3.2 @ sent|addressed|written|received|mailed|delivered|left ..2 to|at|on|with|in ..1 @ ..3 have|has|were|was ..6 to|into|with ..1 #
channel 2.6 @ sent|addressed|written|received|mailed|delivered|left ..2 to|at|on|with|in ..1 # ..3 have|has|were|was ..6 to|into|with ..1 @
channel 2.2 @ @ takes|receives|handles|gets ..2 all|it|everything|them
channel 2.4 < find me|us|the_team|my_team
channel 2 < supporters|sympathisers|volunteers ..3 is|at|on|:
channel 2.6 < sign|tick|click|tap|enter ..2 here
skip 2 = the_vote|vote_results|voting_results|voting_procedure*|the_ballot
channel 1.2 = campaign|candidacy|candidature
channel 1.4 <u download*
channel 2.2 = campaign brochure|leaflet|flyer|poster*|news|update*|diary|material*|events|trail|film
% ---- the address taken up again ("that address"), and the mail that came there ("them")
that 1 = use|using|write|writing|reply|replying|send|sending|mail|email|call|calling|contact|contacting|rely|answer|answering ..5 this|that|the_said|the_same|said|the_above|the_old|the_former &box|one
that 1 = use|using it|this|that
that 1 = write|writing|reply|replying|send|sending|call|calling ..3 there
that 1 = this|that|the_said|said &box ..4 use|used|using|read|checked|monitored|answered|valid|active|working|works
them 1 = have|has|had|i|we ..1 &redirect ..1 them|it|these|those|all|everything|each|both
them 1 = they|these|those|all have|has|were ..3 &redirect
channel 3.6 @ @ ..2 still|keeps|continues|goes_on ..2 redirect*|forward*|work*|function*|deliver*|reach*|active|valid
reference 3 = as ..3 itu|union|organization|organisation|secretariat|bureau ..1 reported|recalled|announced|noted|stated|reminded|posted|wrote|tweeted|said|reminds|notes|pointed_out|told_us
reference 3 = as_reported|as_recalled|as_announced|as_noted|as_posted by|on|in|at
reference 3 = tweet|tweets|post|posts|posting|entry|thread|bulletin ..1 of|from|dated|on|for ..2 1*|2*|3*|4*|5*|6*|7*|8*|9*|0*|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday
reference 2.6 <u message|note of|dated ..2 1*|2*|3*|4*|5*|6*|7*|8*|9*|0*|january|february|march|april|may|june|july|august|september|october|november|december
reference 2.8 = from|in|by|per|see|to ..2 post|tweet|entry|record|posting|thread on|of|in|from ..3 account|feed|page|timeline|wall|profile
channel 3 < videos|video|answers|interview*|livestream|broadcast*|clips|episodes ..8 will_be|to_be ..2 posted|streamed|broadcast|aired|published|shown ..3 on|at
reference 3 @ post|tweet|message|statement on|at|by @ ..1 1*|2*|3*|4*|5*|6*|7*|8*|9*
channel 2.6 < live|streamed|streaming|broadcast|aired|airs|go_out|goes_out|premieres|episodes|sessions ..3 at|on|via
channel 2.6 = questions|comments can_be|may_be posted|left|asked underneath|below|there
"""
