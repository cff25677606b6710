// The Snowball stemmer "nepali", version 3.1.0. Its licence is in LICENSE beside this file.
// Written by tests/search/translate_stemmers.py: change that, not this.
(() => {
  const a_0 = newsgen.Stemmer.endings({
    "ल\u093eइ": 1, "ल\u093eई": 1, "स\u0901ग": 1, "स\u0902ग": 1, "म\u093eर\u094dफत": 1, "रत": 1, "क\u093e": 2,
    "म\u093e": 1, "द\u094dव\u093eर\u093e": 1, "क\u093f": 2, "पछ\u093f": 1, "क\u0940": 2, "ल\u0947": 1, "क\u0948": 2,
    "स\u0901ग\u0948": 1, "म\u0948": 1, "क\u094b": 2
  });
  const a_1 = newsgen.Stemmer.endings({"\u0901": 1, "\u0902": 1, "\u0948": 2});
  const a_2 = newsgen.Stemmer.endings({
    "थ\u093fए": 1, "छ": 1, "इछ": 1, "एछ": 1, "\u093fछ": 1, "\u0947छ": 1, "न\u0947छ": 1, "ह\u0941न\u0947छ": 1,
    "इन\u094dछ": 1, "\u093fन\u094dछ": 1, "ह\u0941न\u094dछ": 1, "एक\u093e": 1, "इएक\u093e": 1, "\u093fएक\u093e": 1,
    "\u0947क\u093e": 1, "न\u0947क\u093e": 1, "द\u093e": 1, "इद\u093e": 1, "\u093fद\u093e": 1, "द\u0947ख\u093f": 1,
    "म\u093eथ\u093f": 1, "एक\u0940": 1, "इएक\u0940": 1, "\u093fएक\u0940": 1, "\u0947क\u0940": 1, "द\u0947ख\u0940": 1,
    "थ\u0940": 1, "द\u0940": 1, "छ\u0941": 1, "एछ\u0941": 1, "\u0947छ\u0941": 1, "न\u0947छ\u0941": 1, "न\u0941": 1,
    "हर\u0941": 1, "हर\u0942": 1, "छ\u0947": 1, "थ\u0947": 1, "न\u0947": 1, "एक\u0948": 1, "\u0947क\u0948": 1,
    "न\u0947क\u0948": 1, "द\u0948": 1, "इद\u0948": 1, "\u093fद\u0948": 1, "एक\u094b": 1, "इएक\u094b": 1,
    "\u093fएक\u094b": 1, "\u0947क\u094b": 1, "न\u0947क\u094b": 1, "द\u094b": 1, "इद\u094b": 1, "\u093fद\u094b": 1,
    "य\u094b": 1, "इय\u094b": 1, "भय\u094b": 1, "\u093fय\u094b": 1, "थ\u093fय\u094b": 1, "द\u093fय\u094b": 1,
    "थ\u094dय\u094b": 1, "छ\u094c": 1, "इछ\u094c": 1, "एछ\u094c": 1, "\u093fछ\u094c": 1, "\u0947छ\u094c": 1,
    "न\u0947छ\u094c": 1, "य\u094c": 1, "थ\u093fय\u094c": 1, "छ\u094dय\u094c": 1, "थ\u094dय\u094c": 1, "छन\u094d": 1,
    "इछन\u094d": 1, "एछन\u094d": 1, "\u093fछन\u094d": 1, "\u0947छन\u094d": 1, "न\u0947छन\u094d": 1,
    "ल\u093eन\u094d": 1, "छ\u093fन\u094d": 1, "थ\u093fन\u094d": 1, "पर\u094d": 1, "इस\u094d": 1, "थ\u093fइस\u094d": 1,
    "छस\u094d": 1, "इछस\u094d": 1, "एछस\u094d": 1, "\u093fछस\u094d": 1, "\u0947छस\u094d": 1, "न\u0947छस\u094d": 1,
    "\u093fस\u094d": 1, "थ\u093fस\u094d": 1, "छ\u0947स\u094d": 1, "ह\u094bस\u094d": 1
  });

  newsgen.stemmers.ne = new (class extends newsgen.Stemmer {

    r_remove_category_1() {
      let among_var;
      this.ket = this.cursor;
      among_var = this.find_among_b(a_0);
      if (among_var === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (among_var === 1) {
        this.slice_del();
      } else {
        while (true) {
          lab0: {
            if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "ए")) {
              break lab0;
            }
            this.cursor -= 1;
            break;
          }
          lab0: {
            if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0947")) {
              break lab0;
            }
            this.cursor -= 1;
            break;
          }
          this.slice_del();
          break;
        }
      }
      return true;
    }

    r_remove_category_2() {
      let among_var;
      this.ket = this.cursor;
      among_var = this.find_among_b(a_1);
      if (among_var === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (among_var === 1) {
        while (true) {
          lab0: {
            if (!this.eq_s_b("य\u094c")) {
              break lab0;
            }
            break;
          }
          lab0: {
            if (!this.eq_s_b("छ\u094c")) {
              break lab0;
            }
            break;
          }
          lab0: {
            if (!this.eq_s_b("न\u094c")) {
              break lab0;
            }
            break;
          }
          if (!this.eq_s_b("थ\u0947")) {
            return false;
          }
          break;
        }
        this.slice_del();
      } else {
        if (!this.eq_s_b("त\u094dर")) {
          return false;
        }
        this.slice_del();
      }
      return true;
    }

    r_remove_category_3() {
      this.ket = this.cursor;
      if (this.find_among_b(a_2) === 0) {
        return false;
      }
      this.bra = this.cursor;
      this.slice_del();
      return true;
    }

    stem() {
      let v_1, v_2, v_3;
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      v_1 = (this.limit - this.cursor);
      this.r_remove_category_1();
      this.cursor = (this.limit - v_1);
      while (true) {
        v_2 = (this.limit - this.cursor);
        lab0: {
          v_3 = (this.limit - this.cursor);
          this.r_remove_category_2();
          this.cursor = (this.limit - v_3);
          if (!this.r_remove_category_3()) {
            break lab0;
          }
          continue;
        }
        this.cursor = (this.limit - v_2);
        break;
      }
      this.cursor = this.limit_backward;
      return true;
    }
  })();
})();
