"""A fifth set, written last; in the form told in `passages_en`."""

EN = [
    ("Where to find me in Doha: stand 12, or +41 22 730 51 11.", "C"),
    ("The candidate's e-mail for supporters is lena.holm@itu.int; expect an answer within a day.", "C"),
    ("With your help we will get there. Sign here: www.itu.int/holm", "C"),
    ("If this reached you by mistake, tell lena.holm@itu.int.", "C"),
    ("lena.holm@itu.int is a work account, so no campaign mail there please; lena@holm.example takes all of it.", "M."),
    ("Earlier letters addressed to lena.holm@itu.int have meanwhile been handed over to lena@holm.example.", "MC"),
    ("Population covered by 5G: 51 % (see the ITU dashboard, www.itu.int/dashboard).", "R"),
    ("Her report to Council, available from the ITU library at www.itu.int/library, proposed three reforms.", "R"),
    ("The Ethics Office answered our question on 2 June (EthicsOffice@itu.int, ref. 26-114).", "E"),
    ("Live results of the vote will be shown by ITU on www.itu.int/pp26/live.", "R"),
]
FR = [
    ("Où me trouver à Doha : stand 12, ou au +41 22 730 51 11.", "C"),
    ("L'adresse de la candidate pour ses soutiens est lena.holm@itu.int ; réponse sous un jour.", "C"),
    ("Avec votre aide nous y arriverons. Signez ici : www.itu.int/holm", "C"),
    ("Si ce pli vous est parvenu par erreur, prévenez lena.holm@itu.int.", "C"),
    ("lena.holm@itu.int est un compte de travail, donc pas de courrier de campagne ; lena@holm.example reçoit tout.", "M."),
    ("Les lettres envoyées naguère à lena.holm@itu.int ont été remises à lena@holm.example.", "MC"),
    ("Population couverte par la 5G : 51 % (voir le tableau de bord de l'UIT, www.itu.int/dashboard).", "R"),
    ("Son rapport au Conseil, que l'on trouve à la bibliothèque de l'UIT (www.itu.int/library), proposait trois réformes.", "R"),
    ("Le Bureau de l'éthique a répondu le 2 juin (EthicsOffice@itu.int, réf. 26-114).", "E"),
    ("L'UIT diffusera les résultats du vote sur www.itu.int/pp26/live.", "R"),
]
ES = [
    ("Dónde encontrarme en Doha: puesto 12, o en el +41 22 730 51 11.", "C"),
    ("El correo de la candidata para sus simpatizantes es lena.holm@itu.int; responde en un día.", "C"),
    ("Con su ayuda lo lograremos. Firme aquí: www.itu.int/holm", "C"),
    ("Si esto le llegó por error, avise a lena.holm@itu.int.", "C"),
    ("lena.holm@itu.int es una cuenta de trabajo, así que nada de campaña por ahí; lena@holm.example lo recibe todo.", "M."),
    ("Las cartas dirigidas antes a lena.holm@itu.int se han entregado a lena@holm.example.", "MC"),
    ("Población con cobertura 5G: 51 % (véase el tablero de la UIT, www.itu.int/dashboard).", "R"),
    ("Su informe al Consejo, que se halla en la biblioteca de la UIT (www.itu.int/library), proponía tres reformas.", "R"),
    ("La Oficina de Ética contestó el 2 de junio (EthicsOffice@itu.int, ref. 26-114).", "E"),
    ("La UIT difundirá los resultados de la votación en www.itu.int/pp26/live.", "R"),
]
RU = [
    ("Где меня найти в Дохе: стенд 12 или +41 22 730 51 11.", "C"),
    ("Почта кандидата для сторонников: lena.holm@itu.int, ответ в течение дня.", "C"),
    ("С вашей помощью мы добьёмся своего. Подпишитесь здесь: www.itu.int/holm", "C"),
    ("Если письмо попало к вам по ошибке, дайте знать lena.holm@itu.int.", "C"),
    ("lena.holm@itu.int — рабочий ящик, поэтому без предвыборной почты; всё принимает lena@holm.example.", "M."),
    ("Прежние письма, адресованные на lena.holm@itu.int, переданы на lena@holm.example.", "MC"),
    ("Охват населения сетями 5G: 51 % (см. панель МСЭ, www.itu.int/dashboard).", "R"),
    ("Её доклад Совету, имеющийся в библиотеке МСЭ (www.itu.int/library), предлагал три реформы.", "R"),
    ("Бюро по этике ответило 2 июня (EthicsOffice@itu.int, исх. 26-114).", "E"),
    ("МСЭ покажет результаты голосования на www.itu.int/pp26/live.", "R"),
]
ZH = [
    ("多哈会场何处找我：12号展位，或 +41 22 730 51 11。", "C"),
    ("候选人面向支持者的邮箱是 lena.holm@itu.int，一天内答复。", "C"),
    ("有您相助，我们必能成功。请在此签名：www.itu.int/holm", "C"),
    ("如误收此函，请通知 lena.holm@itu.int。", "C"),
    ("lena.holm@itu.int 是工作账户，竞选邮件请勿寄来；一切由 lena@holm.example 接收。", "M."),
    ("此前寄往 lena.holm@itu.int 的信函均已移交 lena@holm.example。", "MC"),
    ("5G人口覆盖率为51%（见国际电联看板，www.itu.int/dashboard）。", "R"),
    ("她向理事会提交的报告（见国际电联图书馆 www.itu.int/library）提出三项改革。", "R"),
    ("道德操守办公室已于6月2日答复（EthicsOffice@itu.int，文号26-114）。", "E"),
    ("国际电联将在 www.itu.int/pp26/live 公布投票结果。", "R"),
]
AR = [
    ("أين تجدونني في الدوحة: الجناح 12 أو +41 22 730 51 11.", "C"),
    ("بريد المرشحة لمناصريها هو lena.holm@itu.int والرد خلال يوم.", "C"),
    ("بمساعدتكم سننجح. وقعوا هنا: www.itu.int/holm", "C"),
    ("إذا وصلتكم هذه الرسالة خطأ فأبلغوا lena.holm@itu.int.", "C"),
    ("lena.holm@itu.int حساب عمل فلا ترسلوا إليه بريد الحملة؛ يستقبل lena@holm.example كل شيء.", "M."),
    ("الرسائل الموجهة سابقا إلى lena.holm@itu.int سُلمت إلى lena@holm.example.", "MC"),
    ("تغطية السكان بالجيل الخامس: 51% (انظر لوحة الاتحاد، www.itu.int/dashboard).", "R"),
    ("اقترح تقريرها إلى المجلس، الموجود في مكتبة الاتحاد (www.itu.int/library)، ثلاثة إصلاحات.", "R"),
    ("أجاب مكتب الأخلاقيات في 2 يونيو (EthicsOffice@itu.int، المرجع 26-114).", "E"),
    ("سيعرض الاتحاد نتائج التصويت على www.itu.int/pp26/live.", "R"),
]

CASES = EN + FR + ES + RU + ZH + AR
