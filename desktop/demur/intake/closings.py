"""How letters close, as patterns for whole lines in lower case; add a language by adding its lines."""

CLOSINGS = (
    # English
    r"(?:(?:all|with|my)(?: the| my| our| very)? )?(?:best|warmest|warm|kindest|kind)(?: wishes| regards)?",
    r"(?:with |many |kind |best |warm |warmest )?regards",
    r"thanks(?: again| so much| a lot| a million| in advance| either way| for your time)?",
    r"thanks and (?:best |kind |warm )?regards",
    r"many thanks",
    r"thank you(?: again| so much| very much| in advance| for your time| kindly)?",
    r"(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?",
    r"yours|cheers|respectfully|cordially|take care|talk soon|sent with love|with love|love",
    # German
    r"(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen) grü(?:ß|ss)en",
    r"(?:beste|viele|liebe|herzliche|schöne|freundliche) grü(?:ß|ss)e",
    r"(?:lieben |besten |schönen )?gru(?:ß|ss)|grü(?:ß|ss)e",
    r"(?:vielen |besten |herzlichen )?dank|danke|mfg|lg|vg",
    # French
    r"(?:bien )?cordialement|(?:sincères |meilleures )?salutations|bien à (?:vous|toi)",
    r"bonne journée|merci(?: d['’]avance| beaucoup)?",
    # Spanish, Portuguese, Italian
    r"(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|cordialmente|(?:muchas )?gracias",
    r"(?:um )?abraços?|atenciosamente|(?:muito )?obrigad[oa]",
    r"(?:cordiali|distinti) saluti|un saluto|grazie(?: mille)?",
    # Polish, Czech, Dutch, Danish, Swedish, Norwegian
    r"pozdrawiam|z poważaniem|s pozdravem|(?:met )?(?:vriendelijke |hartelijke )?groet(?:en)?",
    r"(?:med )?(?:venlig |vennlig |bedste )?hilsen|(?:med )?vänliga? hälsning(?:ar)?|mvh|kh",
)
