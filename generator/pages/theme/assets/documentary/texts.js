// Made by `languages` from the catalogues: the texts of the scripts, by language.

export const TEXTS = {
  "fa": {
    plural: (n) => (n > 1),
    texts: {
      "%(all)s %(noun)s": [
        "%(all)s %(noun)s"
      ],
      "%(name)s is not in the drawing; the connections stand in the list below.": [
        "%(name)s در نگاره نیست؛ پیوندهایش در فهرست زیر آمده است."
      ],
      "%(name)s is tied to %(num)s other. Choose a line to see what it rests on.": [
        "%(name)s با %(num)s نام دیگر پیوند دارد. خطی را برگزینید تا ببینید بر چه استوار است.",
        "%(name)s با %(num)s نام دیگر پیوند دارد. خطی را برگزینید تا ببینید بر چه استوار است."
      ],
      "%(num)s more": [
        "%(num)s مورد دیگر",
        "%(num)s مورد دیگر"
      ],
      "%(num)s page": [
        "%(num)s صفحه",
        "%(num)s صفحه"
      ],
      "%(pages)s with words that begin with “%(word)s”, which stands nowhere": [
        "%(pages)s با واژه‌هایی که با «%(word)s» آغاز می‌شوند؛ خود آن در هیچ جا نیست"
      ],
      "%(shown)s of %(all)s %(noun)s": [
        "%(shown)s از %(all)s %(noun)s"
      ],
      ", ": [
        "، "
      ],
      "; ": [
        "؛ "
      ],
      "All %(num)s in %(section)s": [
        "همهٔ %(num)s مورد در %(section)s"
      ],
      "All results, and narrow them": [
        "همهٔ نتیجه‌ها، و محدود کردن آن‌ها"
      ],
      "Close": [
        "بستن"
      ],
      "Copied": [
        "رونوشت شد"
      ],
      "Copy": [
        "نسخه"
      ],
      "Copy %(form)s": [
        "رونوشت %(form)s"
      ],
      "Copy link": [
        "رونوشت پیوند"
      ],
      "Dark": [
        "تیره"
      ],
      "Forget my visits": [
        "فراموش کردن بازدیدهای من"
      ],
      "Light": [
        "روشن"
      ],
      "Mark what is new": [
        "نشان دادن تازه‌ها"
      ],
      "Marked “new”: what was added or changed since your last visit on %(day)s.": [
        "نشان‌دار با «تازه»: آنچه پس از آخرین بازدید شما در %(day)s افزوده شده یا تغییر کرده است."
      ],
      "Method and about": [
        "روش و درباره"
      ],
      "No page carries all of these.": [
        "هیچ صفحه‌ای همهٔ این‌ها را ندارد."
      ],
      "None of all %(all)s %(noun)s holds these words.": [
        "هیچ‌یک از %(all)s %(noun)s این واژه‌ها را ندارد."
      ],
      "Nothing found for “%(words)s”. All words must stand on one page: try fewer, or another spelling.": [
        "برای «%(words)s» چیزی یافت نشد. همهٔ واژه‌ها باید در یک صفحه باشند: کمتر بنویسید یا نگارشی دیگر را بیازمایید."
      ],
      "On your next visit, what was added or changed since today is marked “new”.": [
        "در بازدید بعدی، آنچه از امروز به بعد افزوده شود یا تغییر کند با «تازه» نشان‌دار می‌شود."
      ],
      "Only this browser keeps the day of your visit; nothing leaves it.": [
        "روز بازدید شما را تنها همین مرورگر نگه می‌دارد؛ چیزی از آن بیرون نمی‌رود."
      ],
      "Search": [
        "جست‌وجو"
      ],
      "Search this documentary": [
        "جست‌وجو در این مستند"
      ],
      "Selected": [
        "برگزیده شد"
      ],
      "Show more": [
        "نمایش بیشتر"
      ],
      "Source:": [
        "منبع:"
      ],
      "Sources:": [
        "منابع:"
      ],
      "The drawing of everybody is open.": [
        "نمودار همگان باز است."
      ],
      "The list could not be loaded. Try again, or choose a part.": [
        "فهرست بار نشد. دوباره بکوشید یا بخشی را برگزینید."
      ],
      "The search index could not be loaded. Try again, or go by the sections.": [
        "نمایهٔ جست‌وجو بار نشد. دوباره بکوشید، یا از راه بخش‌ها بروید."
      ],
      "What ties %(name)s and %(other)s: %(num)s record, in the list below.": [
        "آنچه %(name)s و %(other)s را به هم پیوند می‌دهد: %(num)s پرونده، در فهرست زیر.",
        "آنچه %(name)s و %(other)s را به هم پیوند می‌دهد: %(num)s پرونده، در فهرست زیر."
      ],
      "Your visits are not remembered.": [
        "بازدیدهای شما به یاد سپرده نمی‌شود."
      ],
      "entries": [
        "مدخل"
      ],
      "new": [
        "تازه"
      ]
    },
  },
};
