// The Snowball stemmer "arabic", version 3.1.0. Its licence is in LICENSE beside this file.
// Written by tests/search/translate_stemmers.py: change that, not this.
(() => {
  const a_0 = newsgen.Stemmer.endings({
    "\u0640": 1, "\u064b": 1, "\u064c": 1, "\u064d": 1, "\u064e": 1, "\u064f": 1, "\u0650": 1, "\u0651": 1,
    "\u0652": 1, "\u0660": 2, "\u0661": 3, "\u0662": 4, "\u0663": 5, "\u0664": 6, "\u0665": 7, "\u0666": 8,
    "\u0667": 9, "\u0668": 10, "\u0669": 11, "\ufe80": 12, "\ufe81": 16, "\ufe82": 16, "\ufe83": 13, "\ufe84": 13,
    "\ufe85": 17, "\ufe86": 17, "\ufe87": 14, "\ufe88": 14, "\ufe89": 15, "\ufe8a": 15, "\ufe8b": 15, "\ufe8c": 15,
    "\ufe8d": 18, "\ufe8e": 18, "\ufe8f": 19, "\ufe90": 19, "\ufe91": 19, "\ufe92": 19, "\ufe93": 20, "\ufe94": 20,
    "\ufe95": 21, "\ufe96": 21, "\ufe97": 21, "\ufe98": 21, "\ufe99": 22, "\ufe9a": 22, "\ufe9b": 22, "\ufe9c": 22,
    "\ufe9d": 23, "\ufe9e": 23, "\ufe9f": 23, "\ufea0": 23, "\ufea1": 24, "\ufea2": 24, "\ufea3": 24, "\ufea4": 24,
    "\ufea5": 25, "\ufea6": 25, "\ufea7": 25, "\ufea8": 25, "\ufea9": 26, "\ufeaa": 26, "\ufeab": 27, "\ufeac": 27,
    "\ufead": 28, "\ufeae": 28, "\ufeaf": 29, "\ufeb0": 29, "\ufeb1": 30, "\ufeb2": 30, "\ufeb3": 30, "\ufeb4": 30,
    "\ufeb5": 31, "\ufeb6": 31, "\ufeb7": 31, "\ufeb8": 31, "\ufeb9": 32, "\ufeba": 32, "\ufebb": 32, "\ufebc": 32,
    "\ufebd": 33, "\ufebe": 33, "\ufebf": 33, "\ufec0": 33, "\ufec1": 34, "\ufec2": 34, "\ufec3": 34, "\ufec4": 34,
    "\ufec5": 35, "\ufec6": 35, "\ufec7": 35, "\ufec8": 35, "\ufec9": 36, "\ufeca": 36, "\ufecb": 36, "\ufecc": 36,
    "\ufecd": 37, "\ufece": 37, "\ufecf": 37, "\ufed0": 37, "\ufed1": 38, "\ufed2": 38, "\ufed3": 38, "\ufed4": 38,
    "\ufed5": 39, "\ufed6": 39, "\ufed7": 39, "\ufed8": 39, "\ufed9": 40, "\ufeda": 40, "\ufedb": 40, "\ufedc": 40,
    "\ufedd": 41, "\ufede": 41, "\ufedf": 41, "\ufee0": 41, "\ufee1": 42, "\ufee2": 42, "\ufee3": 42, "\ufee4": 42,
    "\ufee5": 43, "\ufee6": 43, "\ufee7": 43, "\ufee8": 43, "\ufee9": 44, "\ufeea": 44, "\ufeeb": 44, "\ufeec": 44,
    "\ufeed": 45, "\ufeee": 45, "\ufeef": 46, "\ufef0": 46, "\ufef1": 47, "\ufef2": 47, "\ufef3": 47, "\ufef4": 47,
    "\ufef5": 51, "\ufef6": 51, "\ufef7": 49, "\ufef8": 49, "\ufef9": 50, "\ufefa": 50, "\ufefb": 48, "\ufefc": 48
  });
  const a_1 = newsgen.Stemmer.endings({"\u0622": 1, "\u0623": 1, "\u0624": 1, "\u0625": 1, "\u0626": 1});
  const a_2 = newsgen.Stemmer.endings({"\u0622": 1, "\u0623": 1, "\u0624": 2, "\u0625": 1, "\u0626": 3});
  const as_2 = ["\u0627", "\u0648", "\u064a"];
  const a_3 = newsgen.Stemmer.endings({
    "\u0627\u0644": 2, "\u0628\u0627\u0644": 1, "\u0643\u0627\u0644": 1, "\u0644\u0644": 2
  });
  const a_4 = newsgen.Stemmer.endings({
    "\u0623\u0622": 2, "\u0623\u0623": 1, "\u0623\u0624": 1, "\u0623\u0625": 4, "\u0623\u0627": 3
  });
  const a_5 = newsgen.Stemmer.endings({"\u0641": 1, "\u0648": 1});
  const a_6 = newsgen.Stemmer.endings({
    "\u0627\u0644": 2, "\u0628\u0627\u0644": 1, "\u0643\u0627\u0644": 1, "\u0644\u0644": 2
  });
  const a_7 = newsgen.Stemmer.endings({"\u0628": 1, "\u0628\u0627": -1, "\u0628\u0628": 2, "\u0643\u0643": 3});
  const a_8 = newsgen.Stemmer.endings({"\u0633\u0623": 4, "\u0633\u062a": 2, "\u0633\u0646": 3, "\u0633\u064a": 1});
  const a_9 = newsgen.Stemmer.endings({"\u062a\u0633\u062a": 1, "\u0646\u0633\u062a": 1, "\u064a\u0633\u062a": 1});
  const a_10 = newsgen.Stemmer.endings({
    "\u0643\u0645\u0627": 3, "\u0647\u0645\u0627": 3, "\u0646\u0627": 2, "\u0647\u0627": 2, "\u0643": 1,
    "\u0643\u0645": 2, "\u0647\u0645": 2, "\u0647\u0646": 2, "\u0647": 1, "\u064a": 1
  });
  const a_11 = newsgen.Stemmer.endings({"\u0627": 1, "\u0648": 1, "\u064a": 1});
  const a_12 = newsgen.Stemmer.endings({
    "\u0643\u0645\u0627": 3, "\u0647\u0645\u0627": 3, "\u0646\u0627": 2, "\u0647\u0627": 2, "\u0643": 1,
    "\u0643\u0645": 2, "\u0647\u0645": 2, "\u0643\u0646": 2, "\u0647\u0646": 2, "\u0647": 1, "\u0643\u0645\u0648": 3,
    "\u0646\u064a": 2
  });
  const a_13 = newsgen.Stemmer.endings({
    "\u0627": 1, "\u062a\u0627": 2, "\u062a\u0645\u0627": 4, "\u0646\u0627": 2, "\u062a": 1, "\u0646": 1,
    "\u0627\u0646": 3, "\u062a\u0646": 2, "\u0648\u0646": 3, "\u064a\u0646": 3, "\u064a": 1
  });
  const a_14 = newsgen.Stemmer.endings({"\u0648\u0627": 1, "\u062a\u0645": 1});
  const a_15 = newsgen.Stemmer.endings({"\u0648": 1, "\u062a\u0645\u0648": 2});

  newsgen.stemmers.ar = new (class extends newsgen.Stemmer {
    B_is_defined = false;
    B_is_verb = false;
    B_is_noun = false;

    r_Normalize_pre() {
      let among_var, v_1, v_2, v_3;
      v_1 = this.cursor;
      lab0: {
        while (true) {
          v_2 = this.cursor;
          lab1: {
            while (true) {
              v_3 = this.cursor;
              lab2: {
                this.bra = this.cursor;
                among_var = this.find_among(a_0);
                if (among_var === 0) {
                  break lab2;
                }
                this.ket = this.cursor;
                if (among_var === 1) {
                  this.slice_del();
                } else if (among_var === 2) {
                  this.slice_from("0");
                } else if (among_var === 3) {
                  this.slice_from("1");
                } else if (among_var === 4) {
                  this.slice_from("2");
                } else if (among_var === 5) {
                  this.slice_from("3");
                } else if (among_var === 6) {
                  this.slice_from("4");
                } else if (among_var === 7) {
                  this.slice_from("5");
                } else if (among_var === 8) {
                  this.slice_from("6");
                } else if (among_var === 9) {
                  this.slice_from("7");
                } else if (among_var === 10) {
                  this.slice_from("8");
                } else if (among_var === 11) {
                  this.slice_from("9");
                } else if (among_var === 12) {
                  this.slice_from("\u0621");
                } else if (among_var === 13) {
                  this.slice_from("\u0623");
                } else if (among_var === 14) {
                  this.slice_from("\u0625");
                } else if (among_var === 15) {
                  this.slice_from("\u0626");
                } else if (among_var === 16) {
                  this.slice_from("\u0622");
                } else if (among_var === 17) {
                  this.slice_from("\u0624");
                } else if (among_var === 18) {
                  this.slice_from("\u0627");
                } else if (among_var === 19) {
                  this.slice_from("\u0628");
                } else if (among_var === 20) {
                  this.slice_from("\u0629");
                } else if (among_var === 21) {
                  this.slice_from("\u062a");
                } else if (among_var === 22) {
                  this.slice_from("\u062b");
                } else if (among_var === 23) {
                  this.slice_from("\u062c");
                } else if (among_var === 24) {
                  this.slice_from("\u062d");
                } else if (among_var === 25) {
                  this.slice_from("\u062e");
                } else if (among_var === 26) {
                  this.slice_from("\u062f");
                } else if (among_var === 27) {
                  this.slice_from("\u0630");
                } else if (among_var === 28) {
                  this.slice_from("\u0631");
                } else if (among_var === 29) {
                  this.slice_from("\u0632");
                } else if (among_var === 30) {
                  this.slice_from("\u0633");
                } else if (among_var === 31) {
                  this.slice_from("\u0634");
                } else if (among_var === 32) {
                  this.slice_from("\u0635");
                } else if (among_var === 33) {
                  this.slice_from("\u0636");
                } else if (among_var === 34) {
                  this.slice_from("\u0637");
                } else if (among_var === 35) {
                  this.slice_from("\u0638");
                } else if (among_var === 36) {
                  this.slice_from("\u0639");
                } else if (among_var === 37) {
                  this.slice_from("\u063a");
                } else if (among_var === 38) {
                  this.slice_from("\u0641");
                } else if (among_var === 39) {
                  this.slice_from("\u0642");
                } else if (among_var === 40) {
                  this.slice_from("\u0643");
                } else if (among_var === 41) {
                  this.slice_from("\u0644");
                } else if (among_var === 42) {
                  this.slice_from("\u0645");
                } else if (among_var === 43) {
                  this.slice_from("\u0646");
                } else if (among_var === 44) {
                  this.slice_from("\u0647");
                } else if (among_var === 45) {
                  this.slice_from("\u0648");
                } else if (among_var === 46) {
                  this.slice_from("\u0649");
                } else if (among_var === 47) {
                  this.slice_from("\u064a");
                } else if (among_var === 48) {
                  this.slice_from("\u0644\u0627");
                } else if (among_var === 49) {
                  this.slice_from("\u0644\u0623");
                } else if (among_var === 50) {
                  this.slice_from("\u0644\u0625");
                } else {
                  this.slice_from("\u0644\u0622");
                }
                break;
              }
              this.cursor = v_3;
              if (this.cursor >= this.limit) {
                break lab1;
              }
              this.cursor += 1;
              break;
            }
            continue;
          }
          this.cursor = v_2;
          break;
        }
      }
      this.cursor = v_1;
      return true;
    }

    r_Normalize_post() {
      let among_var, v_1, v_2, v_3, v_4;
      v_1 = this.cursor;
      lab0: {
        this.limit_backward = this.cursor;
        this.cursor = this.limit;
        this.ket = this.cursor;
        if (this.find_among_b(a_1) === 0) {
          break lab0;
        }
        this.bra = this.cursor;
        this.slice_from("\u0621");
        this.cursor = this.limit_backward;
      }
      this.cursor = v_1;
      v_2 = this.cursor;
      lab0: {
        while (true) {
          v_3 = this.cursor;
          lab1: {
            while (true) {
              v_4 = this.cursor;
              lab2: {
                this.bra = this.cursor;
                among_var = this.find_among(a_2);
                if (among_var === 0) {
                  break lab2;
                }
                this.ket = this.cursor;
                this.slice_from(as_2[(among_var - 1)]);
                break;
              }
              this.cursor = v_4;
              if (this.cursor >= this.limit) {
                break lab1;
              }
              this.cursor += 1;
              break;
            }
            continue;
          }
          this.cursor = v_3;
          break;
        }
      }
      this.cursor = v_2;
      return true;
    }

    r_Checks1() {
      let among_var;
      this.bra = this.cursor;
      among_var = this.find_among(a_3);
      if (among_var === 0) {
        return false;
      }
      this.ket = this.cursor;
      if (among_var === 1) {
        if (this.current.length <= 4) {
          return false;
        }
        this.B_is_noun = true;
        this.B_is_verb = false;
        this.B_is_defined = true;
      } else {
        if (this.current.length <= 3) {
          return false;
        }
        this.B_is_noun = true;
        this.B_is_verb = false;
        this.B_is_defined = true;
      }
      return true;
    }

    r_Prefix_Step1() {
      let among_var;
      this.bra = this.cursor;
      among_var = this.find_among(a_4);
      if (among_var === 0) {
        return false;
      }
      this.ket = this.cursor;
      if (among_var === 1) {
        if (this.current.length <= 3) {
          return false;
        }
        this.slice_from("\u0623");
      } else if (among_var === 2) {
        if (this.current.length <= 3) {
          return false;
        }
        this.slice_from("\u0622");
      } else if (among_var === 3) {
        if (this.current.length <= 3) {
          return false;
        }
        this.slice_from("\u0627");
      } else {
        if (this.current.length <= 3) {
          return false;
        }
        this.slice_from("\u0625");
      }
      return true;
    }

    r_Prefix_Step2() {
      this.bra = this.cursor;
      if (this.find_among(a_5) === 0) {
        return false;
      }
      this.ket = this.cursor;
      if (this.current.length <= 3) {
        return false;
      }
      lab0: {
        if ((this.cursor === this.limit || this.current[this.cursor] !== "\u0627")) {
          break lab0;
        }
        this.cursor += 1;
        return false;
      }
      this.slice_del();
      return true;
    }

    r_Prefix_Step3a_Noun() {
      let among_var;
      this.bra = this.cursor;
      among_var = this.find_among(a_6);
      if (among_var === 0) {
        return false;
      }
      this.ket = this.cursor;
      if (among_var === 1) {
        if (this.current.length <= 5) {
          return false;
        }
        this.slice_del();
      } else {
        if (this.current.length <= 4) {
          return false;
        }
        this.slice_del();
      }
      return true;
    }

    r_Prefix_Step3b_Noun() {
      let among_var;
      this.bra = this.cursor;
      among_var = this.find_among(a_7);
      if (among_var === 0) {
        return false;
      }
      this.ket = this.cursor;
      if (among_var === 1) {
        if (this.current.length <= 3) {
          return false;
        }
        this.slice_del();
      } else if (among_var === 2) {
        if (this.current.length <= 3) {
          return false;
        }
        this.slice_from("\u0628");
      } else if (among_var === 3) {
        if (this.current.length <= 3) {
          return false;
        }
        this.slice_from("\u0643");
      }
      return true;
    }

    r_Prefix_Step3_Verb() {
      let among_var;
      this.bra = this.cursor;
      among_var = this.find_among(a_8);
      if (among_var === 0) {
        return false;
      }
      this.ket = this.cursor;
      if (among_var === 1) {
        if (this.current.length <= 4) {
          return false;
        }
        this.slice_from("\u064a");
      } else if (among_var === 2) {
        if (this.current.length <= 4) {
          return false;
        }
        this.slice_from("\u062a");
      } else if (among_var === 3) {
        if (this.current.length <= 4) {
          return false;
        }
        this.slice_from("\u0646");
      } else {
        if (this.current.length <= 4) {
          return false;
        }
        this.slice_from("\u0623");
      }
      return true;
    }

    r_Prefix_Step4_Verb() {
      this.bra = this.cursor;
      if (this.find_among(a_9) === 0) {
        return false;
      }
      this.ket = this.cursor;
      if (this.current.length <= 4) {
        return false;
      }
      this.B_is_verb = true;
      this.B_is_noun = false;
      this.slice_from("\u0627\u0633\u062a");
      return true;
    }

    r_Suffix_Noun_Step1a() {
      let among_var;
      this.ket = this.cursor;
      among_var = this.find_among_b(a_10);
      if (among_var === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (among_var === 1) {
        if (this.current.length < 4) {
          return false;
        }
        this.slice_del();
      } else if (among_var === 2) {
        if (this.current.length < 5) {
          return false;
        }
        this.slice_del();
      } else {
        if (this.current.length < 6) {
          return false;
        }
        this.slice_del();
      }
      return true;
    }

    r_Suffix_Noun_Step1b() {
      this.ket = this.cursor;
      if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0646")) {
        return false;
      }
      this.cursor -= 1;
      this.bra = this.cursor;
      if (this.current.length <= 5) {
        return false;
      }
      this.slice_del();
      return true;
    }

    r_Suffix_Noun_Step2a() {
      this.ket = this.cursor;
      if (this.find_among_b(a_11) === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (this.current.length <= 4) {
        return false;
      }
      this.slice_del();
      return true;
    }

    r_Suffix_Noun_Step2b() {
      this.ket = this.cursor;
      if (!this.eq_s_b("\u0627\u062a")) {
        return false;
      }
      this.bra = this.cursor;
      if (this.current.length < 5) {
        return false;
      }
      this.slice_del();
      return true;
    }

    r_Suffix_Noun_Step2c1() {
      this.ket = this.cursor;
      if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u062a")) {
        return false;
      }
      this.cursor -= 1;
      this.bra = this.cursor;
      if (this.current.length < 4) {
        return false;
      }
      this.slice_del();
      return true;
    }

    r_Suffix_Noun_Step2c2() {
      this.ket = this.cursor;
      if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0629")) {
        return false;
      }
      this.cursor -= 1;
      this.bra = this.cursor;
      if (this.current.length < 4) {
        return false;
      }
      this.slice_del();
      return true;
    }

    r_Suffix_Noun_Step3() {
      this.ket = this.cursor;
      if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u064a")) {
        return false;
      }
      this.cursor -= 1;
      this.bra = this.cursor;
      if (this.current.length < 3) {
        return false;
      }
      this.slice_del();
      return true;
    }

    r_Suffix_Verb_Step1() {
      let among_var;
      this.ket = this.cursor;
      among_var = this.find_among_b(a_12);
      if (among_var === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (among_var === 1) {
        if (this.current.length < 4) {
          return false;
        }
        this.slice_del();
      } else if (among_var === 2) {
        if (this.current.length < 5) {
          return false;
        }
        this.slice_del();
      } else {
        if (this.current.length < 6) {
          return false;
        }
        this.slice_del();
      }
      return true;
    }

    r_Suffix_Verb_Step2a() {
      let among_var;
      this.ket = this.cursor;
      among_var = this.find_among_b(a_13);
      if (among_var === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (among_var === 1) {
        if (this.current.length < 4) {
          return false;
        }
        this.slice_del();
      } else if (among_var === 2) {
        if (this.current.length < 5) {
          return false;
        }
        this.slice_del();
      } else if (among_var === 3) {
        if (this.current.length <= 5) {
          return false;
        }
        this.slice_del();
      } else {
        if (this.current.length < 6) {
          return false;
        }
        this.slice_del();
      }
      return true;
    }

    r_Suffix_Verb_Step2b() {
      this.ket = this.cursor;
      if (this.find_among_b(a_14) === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (this.current.length < 5) {
        return false;
      }
      this.slice_del();
      return true;
    }

    r_Suffix_Verb_Step2c() {
      let among_var;
      this.ket = this.cursor;
      among_var = this.find_among_b(a_15);
      if (among_var === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (among_var === 1) {
        if (this.current.length < 4) {
          return false;
        }
        this.slice_del();
      } else {
        if (this.current.length < 6) {
          return false;
        }
        this.slice_del();
      }
      return true;
    }

    r_Suffix_All_alef_maqsura() {
      this.ket = this.cursor;
      if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0649")) {
        return false;
      }
      this.cursor -= 1;
      this.bra = this.cursor;
      this.slice_from("\u064a");
      return true;
    }

    stem() {
      let v_1, v_10, v_11, v_12, v_13, v_14, v_15, v_16, v_2, v_3, v_4, v_5, v_6, v_7, v_8, v_9;
      this.B_is_noun = true;
      this.B_is_verb = true;
      this.B_is_defined = false;
      v_1 = this.cursor;
      this.r_Checks1();
      this.cursor = v_1;
      this.r_Normalize_pre();
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      v_2 = (this.limit - this.cursor);
      lab0: {
        while (true) {
          v_3 = (this.limit - this.cursor);
          lab1: {
            if (!this.B_is_verb) {
              break lab1;
            }
            while (true) {
              v_4 = (this.limit - this.cursor);
              lab2: {
                v_5 = 1;
                while (true) {
                  v_6 = (this.limit - this.cursor);
                  lab3: {
                    if (!this.r_Suffix_Verb_Step1()) {
                      break lab3;
                    }
                    v_5 -= 1;
                    continue;
                  }
                  this.cursor = (this.limit - v_6);
                  break;
                }
                if (v_5 > 0) {
                  break lab2;
                }
                while (true) {
                  v_7 = (this.limit - this.cursor);
                  lab3: {
                    if (!this.r_Suffix_Verb_Step2a()) {
                      break lab3;
                    }
                    break;
                  }
                  this.cursor = (this.limit - v_7);
                  lab3: {
                    if (!this.r_Suffix_Verb_Step2c()) {
                      break lab3;
                    }
                    break;
                  }
                  this.cursor = (this.limit - v_7);
                  if (this.cursor <= this.limit_backward) {
                    break lab2;
                  }
                  this.cursor -= 1;
                  break;
                }
                break;
              }
              this.cursor = (this.limit - v_4);
              lab2: {
                if (!this.r_Suffix_Verb_Step2b()) {
                  break lab2;
                }
                break;
              }
              this.cursor = (this.limit - v_4);
              if (!this.r_Suffix_Verb_Step2a()) {
                break lab1;
              }
              break;
            }
            break;
          }
          this.cursor = (this.limit - v_3);
          lab1: {
            if (!this.B_is_noun) {
              break lab1;
            }
            v_8 = (this.limit - this.cursor);
            lab2: {
              while (true) {
                v_9 = (this.limit - this.cursor);
                lab3: {
                  if (!this.r_Suffix_Noun_Step2c2()) {
                    break lab3;
                  }
                  break;
                }
                this.cursor = (this.limit - v_9);
                lab3: {
                  if (this.B_is_defined) {
                    break lab3;
                  }
                  if (!this.r_Suffix_Noun_Step1a()) {
                    break lab3;
                  }
                  while (true) {
                    v_10 = (this.limit - this.cursor);
                    lab4: {
                      if (!this.r_Suffix_Noun_Step2a()) {
                        break lab4;
                      }
                      break;
                    }
                    this.cursor = (this.limit - v_10);
                    lab4: {
                      if (!this.r_Suffix_Noun_Step2b()) {
                        break lab4;
                      }
                      break;
                    }
                    this.cursor = (this.limit - v_10);
                    lab4: {
                      if (!this.r_Suffix_Noun_Step2c1()) {
                        break lab4;
                      }
                      break;
                    }
                    this.cursor = (this.limit - v_10);
                    if (this.cursor <= this.limit_backward) {
                      break lab3;
                    }
                    this.cursor -= 1;
                    break;
                  }
                  break;
                }
                this.cursor = (this.limit - v_9);
                lab3: {
                  if (!this.r_Suffix_Noun_Step1b()) {
                    break lab3;
                  }
                  while (true) {
                    v_11 = (this.limit - this.cursor);
                    lab4: {
                      if (!this.r_Suffix_Noun_Step2a()) {
                        break lab4;
                      }
                      break;
                    }
                    this.cursor = (this.limit - v_11);
                    lab4: {
                      if (!this.r_Suffix_Noun_Step2b()) {
                        break lab4;
                      }
                      break;
                    }
                    this.cursor = (this.limit - v_11);
                    if (!this.r_Suffix_Noun_Step2c1()) {
                      break lab3;
                    }
                    break;
                  }
                  break;
                }
                this.cursor = (this.limit - v_9);
                lab3: {
                  if (this.B_is_defined) {
                    break lab3;
                  }
                  if (!this.r_Suffix_Noun_Step2a()) {
                    break lab3;
                  }
                  break;
                }
                this.cursor = (this.limit - v_9);
                if (!this.r_Suffix_Noun_Step2b()) {
                  this.cursor = (this.limit - v_8);
                  break lab2;
                }
                break;
              }
            }
            if (!this.r_Suffix_Noun_Step3()) {
              break lab1;
            }
            break;
          }
          this.cursor = (this.limit - v_3);
          if (!this.r_Suffix_All_alef_maqsura()) {
            break lab0;
          }
          break;
        }
      }
      this.cursor = (this.limit - v_2);
      this.cursor = this.limit_backward;
      v_12 = this.cursor;
      lab0: {
        v_13 = this.cursor;
        lab1: {
          if (!this.r_Prefix_Step1()) {
            this.cursor = v_13;
            break lab1;
          }
        }
        v_14 = this.cursor;
        lab1: {
          if (!this.r_Prefix_Step2()) {
            this.cursor = v_14;
            break lab1;
          }
        }
        while (true) {
          v_15 = this.cursor;
          lab1: {
            if (!this.r_Prefix_Step3a_Noun()) {
              break lab1;
            }
            break;
          }
          this.cursor = v_15;
          lab1: {
            if (!this.B_is_noun) {
              break lab1;
            }
            if (!this.r_Prefix_Step3b_Noun()) {
              break lab1;
            }
            break;
          }
          this.cursor = v_15;
          if (!this.B_is_verb) {
            break lab0;
          }
          v_16 = this.cursor;
          lab1: {
            if (!this.r_Prefix_Step3_Verb()) {
              this.cursor = v_16;
              break lab1;
            }
          }
          if (!this.r_Prefix_Step4_Verb()) {
            break lab0;
          }
          break;
        }
      }
      this.cursor = v_12;
      this.r_Normalize_post();
      return true;
    }
  })();
})();
