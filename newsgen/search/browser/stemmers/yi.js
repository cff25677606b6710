// The Snowball stemmer "yiddish", version 3.1.0. Its licence is in LICENSE beside this file.
// Written by tests/search/translate_stemmers.py: change that, not this.
(() => {
  const g_niked = "\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb\u05bc\u05bf\u05c1\u05c2";
  const g_vowel = "\u05d0\u05d5\u05d9\u05e2\u05f1\u05f2";
  const g_consonant = "\u05d1\u05d2\u05d3\u05d4\u05d6\u05d7\u05d8\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea\u05f0";
  const a_0 = newsgen.Stemmer.endings({
    "\u05d5\u05d5": 1, "\u05d5\u05d9": 2, "\u05d9\u05d9": 3, "\u05da": 4, "\u05dd": 5, "\u05df": 6, "\u05e3": 7,
    "\u05e5": 8
  });
  const a_1 = newsgen.Stemmer.endings({
    "\u05d0\u05d3\u05d5\u05e8\u05db": 1, "\u05d0\u05d4\u05d9\u05e0": 1, "\u05d0\u05d4\u05e2\u05e8": 1,
    "\u05d0\u05d4\u05f2\u05de": 1, "\u05d0\u05d5\u05de": 1, "\u05d0\u05d5\u05e0\u05d8\u05e2\u05e8": 1,
    "\u05d0\u05d9\u05d1\u05e2\u05e8": 1, "\u05d0\u05e0": 1, "\u05d0\u05e0\u05d8": 1,
    "\u05d0\u05e0\u05d8\u05e7\u05e2\u05d2\u05e0": 1, "\u05d0\u05e0\u05d9\u05d3\u05e2\u05e8": 1, "\u05d0\u05e4": 1,
    "\u05d0\u05e4\u05d9\u05e8": 1, "\u05d0\u05e7\u05e2\u05d2\u05e0": 1, "\u05d0\u05e8\u05d0\u05e4": 1,
    "\u05d0\u05e8\u05d5\u05de": 1, "\u05d0\u05e8\u05d5\u05e0\u05d8\u05e2\u05e8": 1,
    "\u05d0\u05e8\u05d9\u05d1\u05e2\u05e8": 1, "\u05d0\u05e8\u05f1\u05e1": 1, "\u05d0\u05e8\u05f1\u05e4": 1,
    "\u05d0\u05e8\u05f2\u05e0": 1, "\u05d0\u05f0\u05e2\u05e7": 1, "\u05d0\u05f1\u05e1": 1, "\u05d0\u05f1\u05e4": 1,
    "\u05d0\u05f2\u05e0": 1, "\u05d1\u05d0": 1, "\u05d1\u05f2": 1, "\u05d3\u05d5\u05e8\u05db": 1,
    "\u05d3\u05e2\u05e8": 1, "\u05de\u05d9\u05d8": 1, "\u05e0\u05d0\u05db": 1, "\u05e4\u05d0\u05e8": 1,
    "\u05e4\u05d0\u05e8\u05d1\u05f2": 1, "\u05e4\u05d0\u05e8\u05f1\u05e1": 1,
    "\u05e4\u05d5\u05e0\u05d0\u05e0\u05d3\u05e2\u05e8": 1, "\u05e6\u05d5": 1,
    "\u05e6\u05d5\u05d6\u05d0\u05de\u05e2\u05e0": 1, "\u05e6\u05d5\u05e0\u05f1\u05e4": 1,
    "\u05e6\u05d5\u05e8\u05d9\u05e7": 1, "\u05e6\u05e2": 1
  });
  const a_2 = newsgen.Stemmer.endings({
    "\u05d3\u05d6\u05e9": -1, "\u05e9\u05d8\u05e8": -1, "\u05e9\u05d8\u05e9": -1, "\u05e9\u05e4\u05e8": -1
  });
  const a_3 = newsgen.Stemmer.endings({
    "\u05e7\u05dc\u05d9\u05d1": 9, "\u05e8\u05d9\u05d1": 10, "\u05d8\u05e8\u05d9\u05d1": 7,
    "\u05e9\u05e8\u05d9\u05d1": 15, "\u05d4\u05f1\u05d1": 23, "\u05e9\u05f0\u05d9\u05d2": 12,
    "\u05d2\u05d0\u05e0\u05d2": 1, "\u05d6\u05d5\u05e0\u05d2": 18, "\u05e9\u05dc\u05d5\u05e0\u05d2": 21,
    "\u05e6\u05f0\u05d5\u05e0\u05d2": 20, "\u05d1\u05f1\u05d2": 22, "\u05d1\u05d5\u05e0\u05d3": 16,
    "\u05f0\u05d9\u05d6": 6, "\u05d1\u05d9\u05d8": 4, "\u05dc\u05d9\u05d8": 8, "\u05de\u05d9\u05d8": 3,
    "\u05e9\u05e0\u05d9\u05d8": 14, "\u05e0\u05d5\u05de": 2, "\u05e9\u05d8\u05d0\u05e0": 25, "\u05d1\u05d9\u05e1": 5,
    "\u05e9\u05de\u05d9\u05e1": 13, "\u05e8\u05d9\u05e1": 11, "\u05d8\u05e8\u05d5\u05e0\u05e7": 19,
    "\u05e4\u05d0\u05e8\u05dc\u05f1\u05e8": 24, "\u05e9\u05f0\u05f1\u05e8": 26, "\u05f0\u05d5\u05d8\u05e9": 17
  });
  const as_3 = [
    "\u05d2\u05f2", "\u05e0\u05e2\u05de", "\u05de\u05f2\u05d3", "\u05d1\u05f2\u05d8", "\u05d1\u05f2\u05e1",
    "\u05f0\u05f2\u05d6", "\u05d8\u05e8\u05f2\u05d1", "\u05dc\u05f2\u05d8", "\u05e7\u05dc\u05f2\u05d1",
    "\u05e8\u05f2\u05d1", "\u05e8\u05f2\u05e1", "\u05e9\u05f0\u05f2\u05d2", "\u05e9\u05de\u05f2\u05e1",
    "\u05e9\u05e0\u05f2\u05d3", "\u05e9\u05e8\u05f2\u05d1", "\u05d1\u05d9\u05e0\u05d3", "\u05f0\u05d9\u05d8\u05e9",
    "\u05d6\u05d9\u05e0\u05d2", "\u05d8\u05e8\u05d9\u05e0\u05e7", "\u05e6\u05f0\u05d9\u05e0\u05d2",
    "\u05e9\u05dc\u05d9\u05e0\u05d2", "\u05d1\u05f2\u05d2", "\u05d4\u05f2\u05d1",
    "\u05e4\u05d0\u05e8\u05dc\u05d9\u05e8", "\u05e9\u05d8\u05f2", "\u05e9\u05f0\u05e2\u05e8"
  ];
  const a_4 = newsgen.Stemmer.endings({
    "\u05d5\u05e0\u05d2": 1, "\u05e1\u05d8\u05d5": 1, "\u05d8": 1, "\u05d1\u05e8\u05d0\u05db\u05d8": 31,
    "\u05e1\u05d8": 1, "\u05d9\u05e1\u05d8": 33, "\u05e2\u05d8": 1, "\u05e9\u05d0\u05e4\u05d8": 1,
    "\u05d4\u05f2\u05d8": 1, "\u05e7\u05f2\u05d8": 1, "\u05d9\u05e7\u05f2\u05d8": 1, "\u05dc\u05e2\u05db": 1,
    "\u05e2\u05dc\u05e2\u05db": 1, "\u05d9\u05d6\u05de": 1, "\u05d9\u05de": 1, "\u05e2\u05de": 1,
    "\u05e2\u05e0\u05e2\u05de": 3, "\u05d8\u05e2\u05e0\u05e2\u05de": 4, "\u05e0": 1,
    "\u05e7\u05dc\u05d9\u05d1\u05e0": 14, "\u05e8\u05d9\u05d1\u05e0": 15, "\u05d8\u05e8\u05d9\u05d1\u05e0": 12,
    "\u05e9\u05e8\u05d9\u05d1\u05e0": 7, "\u05d4\u05f1\u05d1\u05e0": 27, "\u05e9\u05f0\u05d9\u05d2\u05e0": 17,
    "\u05d6\u05d5\u05e0\u05d2\u05e0": 22, "\u05e9\u05dc\u05d5\u05e0\u05d2\u05e0": 25,
    "\u05e6\u05f0\u05d5\u05e0\u05d2\u05e0": 24, "\u05d1\u05f1\u05d2\u05e0": 26, "\u05d1\u05d5\u05e0\u05d3\u05e0": 20,
    "\u05f0\u05d9\u05d6\u05e0": 11, "\u05d8\u05e0": 4, "GE\u05d1\u05d9\u05d8\u05e0": 9,
    "GE\u05dc\u05d9\u05d8\u05e0": 13, "GE\u05de\u05d9\u05d8\u05e0": 8, "\u05e9\u05e0\u05d9\u05d8\u05e0": 19,
    "\u05e1\u05d8\u05e0": 1, "\u05d9\u05e1\u05d8\u05e0": 1, "\u05e2\u05d8\u05e0": 1, "GE\u05d1\u05d9\u05e1\u05e0": 10,
    "\u05e9\u05de\u05d9\u05e1\u05e0": 18, "GE\u05e8\u05d9\u05e1\u05e0": 16, "\u05e2\u05e0": 1,
    "\u05d2\u05d0\u05e0\u05d2\u05e2\u05e0": 5, "\u05e2\u05dc\u05e2\u05e0": 1, "\u05e0\u05d5\u05de\u05e2\u05e0": 6,
    "\u05d9\u05d6\u05de\u05e2\u05e0": 1, "\u05e9\u05d8\u05d0\u05e0\u05e2\u05e0": 29,
    "\u05d8\u05e8\u05d5\u05e0\u05e7\u05e0": 23, "\u05e4\u05d0\u05e8\u05dc\u05f1\u05e8\u05e0": 28,
    "\u05e9\u05f0\u05f1\u05e8\u05e0": 30, "\u05f0\u05d5\u05d8\u05e9\u05e0": 21, "\u05d2\u05f2\u05e0": 5, "\u05e1": 1,
    "\u05d8\u05e1": 4, "\u05e2\u05d8\u05e1": 1, "\u05e0\u05e1": 1, "\u05d8\u05e0\u05e1": 4, "\u05e2\u05e0\u05e1": 3,
    "\u05e2\u05e1": 1, "\u05d9\u05e2\u05e1": 2, "\u05e2\u05dc\u05e2\u05e1": 1, "\u05e2\u05e8\u05e1": 1,
    "\u05e2\u05e0\u05e2\u05e8\u05e1": 1, "\u05e2": 1, "\u05d8\u05e2": 4, "\u05e1\u05d8\u05e2": 1,
    "\u05e2\u05d8\u05e2": 1, "\u05d9\u05e2": -1, "\u05e2\u05dc\u05e2": 1, "\u05e2\u05e0\u05e2": 3,
    "\u05d8\u05e2\u05e0\u05e2": 4, "\u05e2\u05e8": 1, "\u05d8\u05e2\u05e8": 4, "\u05e1\u05d8\u05e2\u05e8": 1,
    "\u05e2\u05d8\u05e2\u05e8": 1, "\u05e2\u05e0\u05e2\u05e8": 3, "\u05d8\u05e2\u05e0\u05e2\u05e8": 4,
    "\u05d5\u05ea": 32
  });
  const a_5 = newsgen.Stemmer.endings({
    "\u05d5\u05e0\u05d2": 1, "\u05e9\u05d0\u05e4\u05d8": 1, "\u05d4\u05f2\u05d8": 1, "\u05e7\u05f2\u05d8": 1,
    "\u05d9\u05e7\u05f2\u05d8": 1, "\u05dc": 2
  });
  const a_6 = newsgen.Stemmer.endings({
    "\u05d9\u05d2": 1, "\u05d9\u05e7": 1, "\u05d3\u05d9\u05e7": 1, "\u05e0\u05d3\u05d9\u05e7": 1,
    "\u05e2\u05e0\u05d3\u05d9\u05e7": 1, "\u05d1\u05dc\u05d9\u05e7": -1, "\u05d2\u05dc\u05d9\u05e7": -1,
    "\u05e0\u05d9\u05e7": 1, "\u05d9\u05e9": 1
  });

  newsgen.stemmers.yi = new (class extends newsgen.Stemmer {
    I_p1 = 0;

    r_prelude() {
      let among_var, v_1, v_2, v_3, v_4, v_5, v_6;
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
                  lab3: {
                    if ((this.cursor === this.limit || this.current[this.cursor] !== "\u05bc")) {
                      break lab3;
                    }
                    this.cursor += 1;
                    break lab2;
                  }
                  this.slice_from("\u05f0");
                } else if (among_var === 2) {
                  lab3: {
                    if ((this.cursor === this.limit || this.current[this.cursor] !== "\u05b4")) {
                      break lab3;
                    }
                    this.cursor += 1;
                    break lab2;
                  }
                  this.slice_from("\u05f1");
                } else if (among_var === 3) {
                  lab3: {
                    if ((this.cursor === this.limit || this.current[this.cursor] !== "\u05b4")) {
                      break lab3;
                    }
                    this.cursor += 1;
                    break lab2;
                  }
                  this.slice_from("\u05f2");
                } else if (among_var === 4) {
                  this.slice_from("\u05db");
                } else if (among_var === 5) {
                  this.slice_from("\u05de");
                } else if (among_var === 6) {
                  this.slice_from("\u05e0");
                } else if (among_var === 7) {
                  this.slice_from("\u05e4");
                } else {
                  this.slice_from("\u05e6");
                }
                this.cursor = v_3;
                break;
              }
              this.cursor = v_3;
              if (this.cursor >= this.limit) {
                break lab1;
              }
              this.cursor += 1;
            }
            continue;
          }
          this.cursor = v_2;
          break;
        }
      }
      this.cursor = v_1;
      v_4 = this.cursor;
      lab0: {
        while (true) {
          v_5 = this.cursor;
          lab1: {
            while (true) {
              v_6 = this.cursor;
              lab2: {
                this.bra = this.cursor;
                if (!this.in_grouping(g_niked)) {
                  break lab2;
                }
                this.ket = this.cursor;
                this.slice_del();
                this.cursor = v_6;
                break;
              }
              this.cursor = v_6;
              if (this.cursor >= this.limit) {
                break lab1;
              }
              this.cursor += 1;
            }
            continue;
          }
          this.cursor = v_5;
          break;
        }
      }
      this.cursor = v_4;
      return true;
    }

    r_mark_regions() {
      let I_x, v_1, v_2, v_3, v_4, v_5, v_6, v_7, v_8, v_9;
      this.I_p1 = this.limit;
      v_1 = this.cursor;
      lab0: {
        this.bra = this.cursor;
        if (!this.eq_s("\u05d2\u05e2")) {
          this.cursor = v_1;
          break lab0;
        }
        this.ket = this.cursor;
        v_2 = this.cursor;
        lab1: {
          while (true) {
            lab2: {
              if (!this.eq_s("\u05dc\u05d8")) {
                break lab2;
              }
              break;
            }
            lab2: {
              if (!this.eq_s("\u05d1\u05e0")) {
                break lab2;
              }
              break;
            }
            if (this.cursor < this.limit) {
              break lab1;
            }
            break;
          }
          this.cursor = v_1;
          break lab0;
        }
        this.cursor = v_2;
        this.slice_from("GE");
      }
      v_3 = this.cursor;
      lab0: {
        if (this.find_among(a_1) === 0) {
          this.cursor = v_3;
          break lab0;
        }
        while (true) {
          v_4 = this.cursor;
          lab1: {
            v_5 = this.cursor;
            while (true) {
              lab2: {
                if (!this.eq_s("\u05e6\u05d5\u05d2\u05e0")) {
                  break lab2;
                }
                break;
              }
              lab2: {
                if (!this.eq_s("\u05e6\u05d5\u05e7\u05d8")) {
                  break lab2;
                }
                break;
              }
              if (!this.eq_s("\u05e6\u05d5\u05e7\u05e0")) {
                break lab1;
              }
              break;
            }
            if (this.cursor < this.limit) {
              break lab1;
            }
            this.cursor = v_5;
            break;
          }
          this.cursor = v_4;
          lab1: {
            v_6 = this.cursor;
            if (!this.eq_s("\u05d2\u05e2\u05d1\u05e0")) {
              break lab1;
            }
            this.cursor = v_6;
            break;
          }
          this.cursor = v_4;
          lab1: {
            this.bra = this.cursor;
            if (!this.eq_s("\u05d2\u05e2")) {
              break lab1;
            }
            this.ket = this.cursor;
            this.slice_from("GE");
            break;
          }
          this.cursor = v_4;
          this.bra = this.cursor;
          if (!this.eq_s("\u05e6\u05d5")) {
            this.cursor = v_3;
            break lab0;
          }
          this.ket = this.cursor;
          this.slice_from("TSU");
          break;
        }
      }
      v_7 = this.cursor;
      if ((this.cursor + 3) > this.limit) {
        return false;
      }
      this.cursor += 3;
      I_x = this.cursor;
      this.cursor = v_7;
      v_8 = this.cursor;
      lab0: {
        if (this.find_among(a_2) === 0) {
          this.cursor = v_8;
          break lab0;
        }
      }
      v_9 = this.cursor;
      lab0: {
        if (!this.in_grouping(g_consonant)) {
          break lab0;
        }
        if (!this.in_grouping(g_consonant)) {
          break lab0;
        }
        if (!this.in_grouping(g_consonant)) {
          break lab0;
        }
        this.I_p1 = this.cursor;
        return false;
      }
      this.cursor = v_9;
      if (!this.go_out_grouping(g_vowel)) {
        return false;
      }
      this.cursor += 1;
      if (!this.go_in_grouping(g_vowel)) {
        return false;
      }
      this.I_p1 = this.cursor;
      lab0: {
        if (this.I_p1 >= I_x) {
          break lab0;
        }
        this.I_p1 = I_x;
      }
      return true;
    }

    r_R1() {
      return this.I_p1 <= this.cursor;
    }

    r_R1plus3() {
      return this.I_p1 <= (this.cursor + 3);
    }

    r_standard_suffix() {
      let among_var, v_1, v_10, v_2, v_3, v_4, v_5, v_6, v_7, v_8, v_9;
      v_1 = (this.limit - this.cursor);
      lab0: {
        this.ket = this.cursor;
        among_var = this.find_among_b(a_4);
        if (among_var === 0) {
          break lab0;
        }
        this.bra = this.cursor;
        if (among_var === 1) {
          if (!this.r_R1()) {
            break lab0;
          }
          this.slice_del();
        } else if (among_var === 2) {
          if (!this.r_R1()) {
            break lab0;
          }
          this.slice_from("\u05d9\u05e2");
        } else if (among_var === 3) {
          if (!this.r_R1()) {
            break lab0;
          }
          this.slice_del();
          this.ket = this.cursor;
          among_var = this.find_among_b(a_3);
          if (among_var === 0) {
            break lab0;
          }
          this.bra = this.cursor;
          this.slice_from(as_3[(among_var - 1)]);
        } else if (among_var === 4) {
          while (true) {
            v_2 = (this.limit - this.cursor);
            lab1: {
              if (!this.r_R1()) {
                break lab1;
              }
              this.slice_del();
              break;
            }
            this.cursor = (this.limit - v_2);
            this.slice_from("\u05d8");
            break;
          }
          this.ket = this.cursor;
          if (!this.eq_s_b("\u05d1\u05e8\u05d0\u05db")) {
            break lab0;
          }
          v_3 = (this.limit - this.cursor);
          lab1: {
            if (!this.eq_s_b("\u05d2\u05e2")) {
              this.cursor = (this.limit - v_3);
              break lab1;
            }
          }
          this.bra = this.cursor;
          this.slice_from("\u05d1\u05e8\u05e2\u05e0\u05d2");
        } else if (among_var === 5) {
          this.slice_from("\u05d2\u05f2");
        } else if (among_var === 6) {
          this.slice_from("\u05e0\u05e2\u05de");
        } else if (among_var === 7) {
          this.slice_from("\u05e9\u05e8\u05f2\u05d1");
        } else if (among_var === 8) {
          this.slice_from("\u05de\u05f2\u05d3");
        } else if (among_var === 9) {
          this.slice_from("\u05d1\u05f2\u05d8");
        } else if (among_var === 10) {
          this.slice_from("\u05d1\u05f2\u05e1");
        } else if (among_var === 11) {
          this.slice_from("\u05f0\u05f2\u05d6");
        } else if (among_var === 12) {
          this.slice_from("\u05d8\u05e8\u05f2\u05d1");
        } else if (among_var === 13) {
          this.slice_from("\u05dc\u05f2\u05d8");
        } else if (among_var === 14) {
          this.slice_from("\u05e7\u05dc\u05f2\u05d1");
        } else if (among_var === 15) {
          this.slice_from("\u05e8\u05f2\u05d1");
        } else if (among_var === 16) {
          this.slice_from("\u05e8\u05f2\u05e1");
        } else if (among_var === 17) {
          this.slice_from("\u05e9\u05f0\u05f2\u05d2");
        } else if (among_var === 18) {
          this.slice_from("\u05e9\u05de\u05f2\u05e1");
        } else if (among_var === 19) {
          this.slice_from("\u05e9\u05e0\u05f2\u05d3");
        } else if (among_var === 20) {
          this.slice_from("\u05d1\u05d9\u05e0\u05d3");
        } else if (among_var === 21) {
          this.slice_from("\u05f0\u05d9\u05d8\u05e9");
        } else if (among_var === 22) {
          this.slice_from("\u05d6\u05d9\u05e0\u05d2");
        } else if (among_var === 23) {
          this.slice_from("\u05d8\u05e8\u05d9\u05e0\u05e7");
        } else if (among_var === 24) {
          this.slice_from("\u05e6\u05f0\u05d9\u05e0\u05d2");
        } else if (among_var === 25) {
          this.slice_from("\u05e9\u05dc\u05d9\u05e0\u05d2");
        } else if (among_var === 26) {
          this.slice_from("\u05d1\u05f2\u05d2");
        } else if (among_var === 27) {
          this.slice_from("\u05d4\u05f2\u05d1");
        } else if (among_var === 28) {
          this.slice_from("\u05e4\u05d0\u05e8\u05dc\u05d9\u05e8");
        } else if (among_var === 29) {
          this.slice_from("\u05e9\u05d8\u05f2");
        } else if (among_var === 30) {
          this.slice_from("\u05e9\u05f0\u05e2\u05e8");
        } else if (among_var === 31) {
          this.slice_from("\u05d1\u05e8\u05e2\u05e0\u05d2");
        } else if (among_var === 32) {
          if (!this.r_R1()) {
            break lab0;
          }
          this.slice_from("\u05d4");
        } else if (among_var === 33) {
          while (true) {
            v_4 = (this.limit - this.cursor);
            lab1: {
              while (true) {
                lab2: {
                  if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u05d2")) {
                    break lab2;
                  }
                  this.cursor -= 1;
                  break;
                }
                if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u05e9")) {
                  break lab1;
                }
                this.cursor -= 1;
                break;
              }
              v_5 = (this.limit - this.cursor);
              lab2: {
                if (!this.r_R1plus3()) {
                  this.cursor = (this.limit - v_5);
                  break lab2;
                }
                this.slice_from("\u05d9\u05e1");
              }
              break;
            }
            this.cursor = (this.limit - v_4);
            if (!this.r_R1()) {
              break lab0;
            }
            this.slice_del();
            break;
          }
        }
      }
      this.cursor = (this.limit - v_1);
      v_6 = (this.limit - this.cursor);
      lab0: {
        this.ket = this.cursor;
        among_var = this.find_among_b(a_5);
        if (among_var === 0) {
          break lab0;
        }
        this.bra = this.cursor;
        if (among_var === 1) {
          if (!this.r_R1()) {
            break lab0;
          }
          this.slice_del();
        } else {
          if (!this.r_R1()) {
            break lab0;
          }
          if (!this.in_grouping_b(g_consonant)) {
            break lab0;
          }
          this.slice_del();
        }
      }
      this.cursor = (this.limit - v_6);
      v_7 = (this.limit - this.cursor);
      lab0: {
        this.ket = this.cursor;
        among_var = this.find_among_b(a_6);
        if (among_var === 0) {
          break lab0;
        }
        this.bra = this.cursor;
        if (among_var === 1) {
          if (!this.r_R1()) {
            break lab0;
          }
          this.slice_del();
        }
      }
      this.cursor = (this.limit - v_7);
      v_8 = (this.limit - this.cursor);
      lab0: {
        while (true) {
          v_9 = (this.limit - this.cursor);
          lab1: {
            while (true) {
              v_10 = (this.limit - this.cursor);
              lab2: {
                this.ket = this.cursor;
                while (true) {
                  lab3: {
                    if (!this.eq_s_b("GE")) {
                      break lab3;
                    }
                    break;
                  }
                  if (!this.eq_s_b("TSU")) {
                    break lab2;
                  }
                  break;
                }
                this.bra = this.cursor;
                this.slice_del();
                this.cursor = (this.limit - v_10);
                break;
              }
              this.cursor = (this.limit - v_10);
              if (this.cursor <= this.limit_backward) {
                break lab1;
              }
              this.cursor -= 1;
            }
            continue;
          }
          this.cursor = (this.limit - v_9);
          break;
        }
      }
      this.cursor = (this.limit - v_8);
      return true;
    }

    stem() {
      let v_1;
      this.r_prelude();
      v_1 = this.cursor;
      this.r_mark_regions();
      this.cursor = v_1;
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      this.r_standard_suffix();
      this.cursor = this.limit_backward;
      return true;
    }
  })();
})();
