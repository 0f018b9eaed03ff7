"""E-mail drafts: Internet messages and one from Outlook."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from tools.make_sample_docs.outlook import message

_POLICY = SMTP.clone(cte_type="8bit")


def _mail(number: int, sender: str, to: str, subject: str, body: str, **more: str) -> EmailMessage:
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = sender
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = "Mon, 02 Mar 2026 09:00:00 +0100"
    mail["Message-ID"] = f"<draft-{number}@mail.example>"
    for name, value in more.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(body)
    return mail


def newsletter_en() -> bytes:
    """A newsletter sent from an office account, with a button to the Union's site in its HTML half."""
    mail = _mail(
        1,
        "Ingrid Okafor-Vale <ingrid.okafor-vale@itu.int>",
        "Friends of the campaign <friends@okaforvale.example>",
        "Letter from the road, number 4",
        "Dear friends,\n\nEleven capitals in five weeks, and I have kept a notebook of what people ask me. The first question is always about price.\n\n"
        "The full letter is in the web version of this mail.\n\nWarmly,\nIngrid\n",
        Reply_To="ingrid@okaforvale.example",
    )
    mail.add_alternative(
        '<html lang="en"><body style="font-family:Georgia;color:#3a2a18"><h1>Letter from the road</h1>'
        "<p>Eleven capitals in five weeks, and I have kept a notebook of what people ask me. The first question is always about price.</p>"
        '<p><a style="background:#7a3b12;color:#fff;padding:8px" href="https://www.itu.int/okafor-vale/pledge">Pledge your vote</a></p>'
        "<p>Warmly, Ingrid</p></body></html>\n",
        subtype="html",
    )
    return _bounded(mail)


def reply_es() -> bytes:
    """A clean reply that moves the exchange from the office account to a private one."""
    body = (
        "Estimado señor Paredes:\n\n"
        "Gracias por su mensaje. He trasladado nuestra correspondencia a esta cuenta privada; para todo lo relativo a mi candidatura,\n"
        "le ruego que no escriba a la dirección de la UIT.\n\n"
        "Con mucho gusto le visitaré en mayo, durante mis vacaciones.\n\nCordialmente,\nLucía Arrieta Montalvo\n\n"
        "El 27 de febrero de 2026, Tomás Paredes <tomas@paredes.example> escribió:\n"
        "> Para: Lucía Arrieta <lucia.arrieta@itu.int>\n"
        "> Estimada Lucía: he leído que se presenta. ¿Podríamos hablar de su programa?\n> Tomás Paredes\n"
    )
    return bytes(_mail(2, "Lucía Arrieta Montalvo <lucia@arrieta2026.example>", "Tomás Paredes <tomas@paredes.example>", "RE: Su candidatura", body))


def invitation_zh() -> bytes:
    """A clean invitation to an evening reception, with the speaking notes attached."""
    body = (
        "各位朋友：\n\n澜海共和国驻日内瓦代表团定于3月20日晚七时在湖畔饭店举行招待会，林婉清女士将与各位见面。\n"
        "如需转告哥本哈根的同事，请写信给 mette.holm@itu.dk。\n\n回复请寄：lin@wanqing2026.example\n\n林婉清竞选团队\n"
    )
    mail = _mail(3, "林婉清竞选团队 <lin@wanqing2026.example>", "a.rahman@itu.edu.pk", "招待会邀请", body)
    mail.add_attachment("发言要点\n\n一、感谢各位在一天的工作之后前来。\n二、标准写给使用者看。\n三、我将公开每年的工作计划。\n", filename="speaking-notes.txt")
    return _bounded(mail)


def _bounded(mail: EmailMessage) -> bytes:
    """Return a multipart mail's bytes under a boundary that does not change from run to run."""
    mail.set_boundary("=_draft_part_")
    return bytes(mail)


def reminder_fr() -> bytes:
    """A reminder in Outlook's own format, sent from an office account with the office fax below."""
    body = (
        "Madame la Ministre,\n\n"
        "Je me permets de revenir vers vous au sujet de notre entretien du mois dernier. Votre idée d’un guichet unique pour les petites îles m’a beaucoup plu :\n"
        "je l’ai reprise, sous votre nom, dans mon programme.\n\n"
        "Si vous souhaitez m’adresser vos remarques, ma télécopie de campagne est le +41 22 730 58 53.\n\n"
        "Avec mes salutations les plus cordiales,\nSolène Mbaki-Tournel\n"
    )
    return message("Notre entretien", body, ("Solène Mbaki-Tournel", "solene.mbaki@itu.int"), ("Cabinet de la Ministre", "cabinet@iles.gouv.example"))


DRAFTS = {
    "newsletter-en.eml": newsletter_en,
    "reply-es.eml": reply_es,
    "invitation-zh.eml": invitation_zh,
    "reminder-fr.msg": reminder_fr,
}
