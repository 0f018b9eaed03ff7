"""Word drafts."""

from __future__ import annotations

import io
from typing import Any

from docx.shared import Cm
from PIL import Image, ImageDraw

from tools.make_sample_docs import word_kit as kit
from tools.make_sample_docs.office import describe, finished


def covering_letter_en() -> bytes:
    """A candidate's letter typed on ITU letterhead, address and telephone in the footer."""
    document = kit.new_document("Arial")
    section = document.sections[0]
    kit.letterhead(section.header, ["INTERNATIONAL TELECOMMUNICATION UNION", "General Secretariat"])
    kit.letterhead(section.footer, ["Place des Nations, CH-1211 Geneva 20", "Telephone +41 22 730 51 11"])
    kit.line(document, "Geneva, 27 February 2026")
    kit.line(document, "Ref: DM-26/1042")
    kit.line(document, "To the Ministers responsible for communications")
    kit.line(document, "Subject: My candidature for the post of Secretary-General", bold=True)
    kit.line(document, "Excellencies,")
    kit.line(document, "The Republic of Marevia has done me the honour of putting my name forward for the post of Secretary-General.")
    kit.line(document, "I enclose a short statement of what I hope to do, and I would be glad to hear what matters most to your country.")
    kit.line(document, "I will be in the region in April and could call on your office at a time that suits you.")
    kit.line(document, "Yours sincerely,")
    kit.line(document, "Ingrid Okafor-Vale", bold=True)
    kit.line(document, "Candidate of the Republic of Marevia\nteam@okaforvale.example")
    describe(document.core_properties, author="Ingrid Okafor-Vale", title="Letter to ministers", language="en-GB")
    return finished(kit.saved(document))


def speech_fr() -> bytes:
    """A speech with a hidden paragraph, a comment, deleted words and a spelt-out address left in."""
    document = kit.new_document("Garamond")
    kit.line(document, "Discours de Solène Mbaki-Tournel", bold=True, size=18, colour="6B2D5C")
    kit.line(document, "Réception offerte par la République de Sélanie, 14 avril 2026", size=10)
    kit.line(document, "Mesdames, Messieurs, chers amis,")
    opening = kit.line(document, "Dans mon village, le premier téléphone est arrivé avec la saison des pluies. ")
    kit.strike(opening, "C’était un mardi, ma grand-mère avait mis sa robe jaune.", "Odile Ferrand")
    figure = kit.line(document, "Aujourd’hui, un tiers de l’humanité attend encore sa première connexion. Je ne m’y résigne pas.")
    kit.comment(document, figure, "Vérifier la proportion avant l’impression.", "Odile Ferrand")
    kit.hide(kit.line(document, "Version longue : demander le texte à Odile avant lundi."))
    kit.line(document, "Si vous m’accordez votre confiance, chaque projet aura un calendrier public, un budget lisible et un bilan annuel.")
    kit.line(document, "Je vous remercie.")
    kit.line(document, "Pour poursuivre la conversation : solene.mbaki [arobase] itu [point] int", size=10)
    describe(document.core_properties, author="Solène Mbaki-Tournel", title="Discours du 14 avril", language="fr-FR")
    return finished(kit.saved(document))


def questionnaire_ru() -> bytes:
    """A questionnaire whose address has a look-alike letter, saved from an office template of the Union."""
    document = kit.new_document("Times New Roman")
    kit.line(document, "Анкета кандидата", bold=True, size=16, centre=True)
    kit.line(document, "Выборы членов Радиорегламентарного комитета", size=11, centre=True)
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for name, value in (
        ("Фамилия, имя", "Сорина Елена Павловна"),
        ("Гражданство", "Республика Велмора"),
        ("Образование", "инженер по радиосвязи, кандидат технических наук"),
        ("Языки", "русский, английский, французский"),
        ("Почта для связи", "elena.sorina@\u0456tu.int"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, value
    kit.line(document, "")
    kit.line(document, "Почему я иду на выборы", bold=True, size=13)
    kit.line(document, "Двадцать лет я готовила заключения о совместимости радиослужб. Хочу, чтобы решения комитета были понятны и большой, и малой администрации.")
    kit.line(document, "Обещаю читать каждое дело до последней страницы и объяснять своё мнение простыми словами.")
    kit.attach_template(document, r"file:///R:\TEMPLATE\ITUOffice2007\POOL\POOL%20E%20-%20ITU\PE_POOL.dotm")
    describe(document.core_properties, author="Е. Сорина", title="Анкета кандидата", language="ru-RU")
    return finished(kit.saved(document), company="Международный союз электросвязи (МСЭ)")


def statement_ar() -> bytes:
    """A clean statement of vision, right to left."""
    document = kit.new_document("Arial")
    kit.line(document, "كلمة المرشحة سلمى الرحّال", bold=True, size=18, colour="7A4B00")
    kit.line(document, "مرشحة جمهورية الواحات لمنصب نائب الأمين العام")
    kit.line(document, "أكتب إليكم بصفتي الشخصية مرشحةً تؤمن بأن الاتصال حق لكل قرية قبل أن يكون رفاهية لكل مدينة.")
    kit.line(document, "عملتُ في الاتحاد الدولي للاتصالات من عام 2011 إلى عام 2018، وتعلّمتُ هناك أن التوافق يحتاج إلى صبر وإلى أرقام صحيحة.")
    kit.line(document, "سأبسّط الإجراءات، وسأنشر خطة عمل سنوية، وسأصغي إلى الدول الصغيرة كما أصغي إلى الكبيرة.")
    kit.line(document, "الفجوة الرقمية ظلم لا يجوز السكوت عنه، وردمها ممكن إذا اجتمعت الإرادة والتمويل.")
    kit.line(document, "للتواصل: salma@rahhal.example")
    kit.line(document, "أستاذتي المشرفة سابقًا: mette.holm@itu.dk، جامعة تكنولوجيا المعلومات في كوبنهاغن.", size=10)
    kit.right_to_left(document)
    describe(document.core_properties, author="سلمى الرحّال", title="كلمة المرشحة", language="ar-SA")
    return finished(kit.saved(document))


def ministry_fr() -> bytes:
    """A ministry's own letter to the Secretary-General: same form as a letter of the Union, but not one."""
    document = kit.new_document("Cambria")
    section = document.sections[0]
    kit.letterhead(
        section.header, ["RÉPUBLIQUE DE SÉLANIE", "Ministère de l’Économie numérique et des Postes", "Direction des affaires internationales"], colour="12355B"
    )
    kit.letterhead(
        section.footer,
        ["Ministère de l’Économie numérique et des Postes", "7, avenue des Baobabs, Port-Sélan · Tél. +33 1 99 00 41 18 · cabinet@numerique.gouv.example"],
        colour="12355B",
    )
    kit.line(document, "Port-Sélan, le 9 janvier 2026")
    kit.line(document, "Réf. : DM-26/118")
    kit.line(document, "À Madame la Secrétaire générale\nUnion internationale des télécommunications\nPlace des Nations, CH-1211 Genève 20")
    kit.line(document, "Objet : présentation d’une candidature", bold=True)
    kit.line(document, "Madame la Secrétaire générale,")
    kit.line(document, "J’ai l’honneur de vous informer que le Gouvernement de la République de Sélanie présente la candidature de Madame Solène Mbaki-Tournel.")
    kit.line(
        document, "Nous vous saurions gré de bien vouloir la porter à la connaissance des États Membres. Le curriculum vitae de la candidate est joint à la présente."
    )
    kit.line(document, "Veuillez agréer, Madame la Secrétaire générale, l’assurance de ma haute considération.")
    kit.line(document, "Le Ministre,\nBaptiste Ouédri-Lacombe")
    kit.line(document, "Annexe : 1", size=9)
    describe(document.core_properties, author="Direction des affaires internationales", title="Présentation d’une candidature", language="fr-FR")
    return finished(kit.saved(document), company="Ministère de l’Économie numérique et des Postes")


def vision_es() -> bytes:
    """A clean vision with a link to a Recommendation and a drawn chart."""
    document = kit.new_document("Verdana")
    kit.line(document, "Una red que llegue a todas partes", bold=True, size=20, colour="0B6E4F")
    kit.line(document, "Visión de Lucía Arrieta Montalvo, candidata de la República de Costalba", size=10)
    kit.line(document, "Soy hija de una telegrafista y de un maestro rural. Hablo aquí en mi propio nombre y de lo que quiero construir.")
    document.add_picture(io.BytesIO(_chart()), width=Cm(9))
    document.inline_shapes[0]._inline.docPr.set("descr", "Tres barras que crecen: hogares conectados en Costalba en 2010, 2018 y 2025")
    kit.line(document, "Prometo una gestión más sencilla, cuentas claras cada trimestre y reuniones que terminen a su hora.")
    source = kit.line(document, "Sobre los nombres de la Unión en los seis idiomas, véase la ")
    kit.link(source, "Recomendación UIT-T E.119", "https://www.itu.int/rec/T-REC-E.119")
    source.add_run(".")
    kit.line(document, "Escríbame: lucia@arrieta2026.example")
    describe(document.core_properties, author="Lucía Arrieta Montalvo", title="Visión", language="es-ES")
    return finished(kit.saved(document))


def _chart() -> bytes:
    picture = Image.new("RGB", (300, 160), "#F6F4EC")
    pen = ImageDraw.Draw(picture)
    for left, top in ((40, 110), (120, 75), (200, 25)):
        pen.rectangle((left, top, left + 50, 140), fill="#0B6E4F")
    pen.line((20, 140, 280, 140), fill="#333333", width=2)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def reference_ru() -> bytes:
    """A professor's letter from Istanbul Technical University, which calls itself ITU too."""
    document = kit.new_document("Calibri")
    kit.line(document, "Стамбульский технический университет (İTÜ)", bold=True, size=14, centre=True)
    kit.line(document, "Факультет электротехники и электроники", centre=True)
    kit.line(document, "Рекомендательное письмо", bold=True, size=13)
    kit.line(document, "Елена Сорина училась у нас в 2004–2006 годах. Она умела слушать оппонента, не уступая в существе дела.")
    kit.line(document, "Её диплом о защите станций радиоастрономии до сих пор читают студенты, а измерения in situ она вела сама, в любую погоду.")
    kit.line(document, "Позже, в 2012–2019 годах, она работала инженером в Бюро радиосвязи МСЭ и не раз приезжала к нам с лекциями.")
    kit.line(document, "Профессор Кемаль Айдын\nk.aydin@itu.edu.tr")
    describe(document.core_properties, author="K. Aydın", title="Рекомендательное письмо", language="ru-RU")
    return finished(kit.saved(document), company="ITU")


def biography_zh() -> bytes:
    """A clean biography that names posts at the Union and gives another organization's telephone."""
    document = kit.new_document("SimSun")
    kit.line(document, "林婉清 简历", bold=True, size=18)
    kit.line(document, "澜海共和国推荐的候选人")
    for text in (
        "1998年 毕业于澜海理工大学通信工程系。",
        "2003年至2009年 在国家无线电监测中心任高级工程师。",
        "2010年至2017年 在国际电信联盟电信标准化局任顾问，参与起草ITU-T G.984系列建议书。",
        "2018年起 任澜海共和国数字发展部副部长。",
    ):
        kit.line(document, text)
    kit.line(document, "我相信标准是写给使用者看的。若能当选，我将让每一份文件都更短、更清楚。")
    kit.line(document, "推荐人：世界气象组织频谱事务组，电话 +41 22 730 81 11")
    kit.line(document, "联系方式：lin@wanqing2026.example")
    describe(document.core_properties, author="林婉清", title="简历", language="zh-CN")
    return finished(kit.saved(document))


def contribution_en() -> bytes:
    """A manifesto dressed as a contribution to a study group; it travels inside the ZIP."""
    document = kit.new_document("Times New Roman")
    table: Any = document.add_table(rows=0, cols=2)
    for left, right in (
        ("INTERNATIONAL TELECOMMUNICATION UNION", "SG99-C117"),
        ("TELECOMMUNICATION STANDARDIZATION SECTOR", "STUDY PERIOD 2025-2028"),
        ("", "Original: English"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = left, right
    kit.line(document, "CONTRIBUTION 117", bold=True, centre=True)
    kit.line(document, "Source: Ingrid Okafor-Vale, candidate")
    kit.line(document, "Title: Ten ideas for the next four years")
    kit.line(document, "Contact: ingrid.okafor-vale@itu.int")
    kit.line(document, "1. Shorter meetings with an agenda that is published a week ahead.")
    kit.line(document, "2. A help desk for delegates who come for the first time.")
    kit.line(document, "3. A public tracker for every resolution that has been adopted.")
    describe(document.core_properties, author="Ingrid Okafor-Vale", title="Ten ideas", language="en-GB")
    return finished(kit.saved(document))


DRAFTS = {
    "covering-letter-en.docx": covering_letter_en,
    "speech-fr.docx": speech_fr,
    "questionnaire-ru.docx": questionnaire_ru,
    "statement-ar.docx": statement_ar,
    "ministry-fr.docx": ministry_fr,
    "vision-es.docx": vision_es,
    "reference-ru.docx": reference_ru,
    "biography-zh.docx": biography_zh,
}
