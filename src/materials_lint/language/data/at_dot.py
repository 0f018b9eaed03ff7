"""How people write "@" and "." in words, so that machines do not read their address."""

_words = str.split

# Mean "@" and nothing else.
AT_SURE = ("arobase", "arobas", "arrobase", "arobaz", "arroba", "at-sign", "at sign", "atsign", "собака", "собачка", "sobaka")
AT_SURE_UNSPACED = ("艾特", "圈a", "小老鼠", "آتْ", "أت", "آت")

# Ordinary words too: they need a dot in words, capitals, or a mailbox that is clearly one.
AT_DOUBTFUL = ("at", "ät", "chez", "à", "en", "em", "эт", "ат", "на", "в")
AT_DOUBTFUL_UNSPACED = ("在", "于", "عند", "على", "في", "ات")

# In brackets.
AT_BRACKETED = (
    *AT_SURE,
    *AT_SURE_UNSPACED,
    "at",
    "ät",
    "a",
    "à",
    "chez",
    "@",
    "эт",
    "ат",
    "на",
    "в",
    "在",
    "عند",
    "في",
    "على",
    "ات",
    "@-sign",
    "snail",
    "أرروبا",
    "ارروبا",
)

DOT_SPACED = ("dot", "point", "punto", "ponto", "punkt", "period", "точка", "тчк", "дот")
DOT_UNSPACED = ("点", "點", "句点", "نقطة", "نقطه", "دوت", "ذوت")
DOT_BRACKETED = (*DOT_SPACED, *DOT_UNSPACED, ".", "pt", "punct", "full stop", "。", ",")

# Added to keep robots away, to be left out by the writer.
SPAM_GUARDS = (
    "nospam",
    "no-spam",
    "antispam",
    "removethis",
    "remove-this",
    "remove",
    "removeme",
    "deletethis",
    "spamfree",
    "sansspam",
    "quitaesto",
    "уберите",
    "не-спам",
    "spam",
)

# What stands before "at itu dot int" without being a mailbox.
NOT_A_MAILBOX = frozenset(
    _words(
        "me us him her them my our your their his its the a an any all at on in of for to from by is are was see find visit look meet join online page website site "
        "web available published hosted here available register vote contact reach read more live work works working based email e-mail mail address account mailbox "
        "adresse compte courriel mél boîte mon ma mes votre vos notre nos son sa ses une un le la les des du moi nous vous lui sur voir "
        "mi mis su sus tu nuestro nuestra una el los las correo dirección cuenta buzón me nos "
        "мой моя мне нам нас меня адрес адресу адресом почта почту почте ящик ящика на в с из"
    )
)

# What stands before "point" or "dot" in prose: "at that point int ..." is no host.
NOT_A_HOST = frozenset(
    _words(
        "that this the a some one no each every starting turning view focal what which at in on to ce cet ce un le au quel tout el un ese este cada punto point dot это эта"
    )
)
