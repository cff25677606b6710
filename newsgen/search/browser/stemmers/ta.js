// The Snowball stemmer "tamil", version 3.1.0. Its licence is in LICENSE beside this file.
// Written by tests/search/translate_stemmers.py: change that, not this.
(() => {
  const a_0 = newsgen.Stemmer.endings({"வ\u0bc1": 3, "வ\u0bc2": 4, "வ\u0bca": 2, "வ\u0bcb": 1});
  const as_0 = ["ஓ", "ஒ", "உ", "ஊ"];
  const a_1 = newsgen.Stemmer.endings({
    "க": -1, "ங": -1, "ச": -1, "ஞ": -1, "த": -1, "ந": -1, "ப": -1, "ம": -1, "ய": -1, "வ": -1
  });
  const a_2 = newsgen.Stemmer.endings({"\u0bbf": -1, "\u0bc0": -1, "\u0bc8": -1});
  const a_3 = newsgen.Stemmer.endings({
    "\u0bbe": -1, "\u0bbf": -1, "\u0bc0": -1, "\u0bc1": -1, "\u0bc2": -1, "\u0bc6": -1, "\u0bc7": -1, "\u0bc8": -1
  });
  const a_4 = newsgen.Stemmer.endings({"": 2, "\u0bc8": 1, "\u0bcd": 1});
  const a_5 = newsgen.Stemmer.endings({
    "ந\u0bcdத": 1, "ய": 1, "வ": 1, "ன\u0bc1": 8, "\u0bc1க\u0bcd": 7, "\u0bc1க\u0bcdக\u0bcd": 7, "ட\u0bcdக\u0bcd": 3,
    "ற\u0bcdக\u0bcd": 4, "ங\u0bcd": 9, "ட\u0bcdட\u0bcd": 5, "த\u0bcdத\u0bcd": 6, "ந\u0bcdத\u0bcd": 1, "ந\u0bcd": 1,
    "ட\u0bcdப\u0bcd": 3, "ய\u0bcd": 2, "ன\u0bcdற\u0bcd": 4, "வ\u0bcd": 1
  });
  const a_6 = newsgen.Stemmer.endings({"க": -1, "ச": -1, "ட": -1, "த": -1, "ப": -1, "ற": -1});
  const a_7 = newsgen.Stemmer.endings({"க": -1, "ச": -1, "ட": -1, "த": -1, "ப": -1, "ற": -1});
  const a_8 = newsgen.Stemmer.endings({
    "ஞ": -1, "ண": -1, "ந": -1, "ன": -1, "ம": -1, "ய": -1, "ர": -1, "ல": -1, "ள": -1, "ழ": -1, "வ": -1
  });
  const a_9 = newsgen.Stemmer.endings({
    "\u0bbe": -1, "\u0bbf": -1, "\u0bc0": -1, "\u0bc1": -1, "\u0bc2": -1, "\u0bc6": -1, "\u0bc7": -1, "\u0bc8": -1,
    "\u0bcd": -1
  });
  const a_10 = newsgen.Stemmer.endings({"அ": -1, "இ": -1, "உ": -1});
  const a_11 = newsgen.Stemmer.endings({
    "க": -1, "ங": -1, "ச": -1, "ஞ": -1, "த": -1, "ந": -1, "ப": -1, "ம": -1, "ய": -1, "வ": -1
  });
  const a_12 = newsgen.Stemmer.endings({"க": -1, "ச": -1, "ட": -1, "த": -1, "ப": -1, "ற": -1});
  const a_13 = newsgen.Stemmer.endings({
    "கள\u0bcd": 4, "\u0bc1ங\u0bcdகள\u0bcd": 1, "ட\u0bcdகள\u0bcd": 3, "ற\u0bcdகள\u0bcd": 2
  });
  const a_14 = newsgen.Stemmer.endings({"\u0bbe": -1, "\u0bc7": -1, "\u0bcb": -1});
  const a_15 = newsgen.Stemmer.endings({"ப\u0bbf": -1, "வ\u0bbf": -1});
  const a_16 = newsgen.Stemmer.endings({
    "\u0bbe": -1, "\u0bbf": -1, "\u0bc0": -1, "\u0bc1": -1, "\u0bc2": -1, "\u0bc6": -1, "\u0bc7": -1, "\u0bc8": -1
  });
  const a_17 = newsgen.Stemmer.endings({
    "பட\u0bcdட": 3, "பட\u0bcdடண": 3, "த\u0bbeன": 3, "பட\u0bbfத\u0bbeன": 3, "\u0bc6ன": 1, "\u0bbeக\u0bbfய": 1,
    "க\u0bc1ர\u0bbfய": 3, "\u0bc1ட\u0bc8ய": 1, "ல\u0bcdல": 2, "\u0bc1ள\u0bcdள": 1, "\u0bbeக\u0bbf": 1, "பட\u0bbf": 3,
    "\u0bbfன\u0bcdற\u0bbf": 1, "பற\u0bcdற\u0bbf": 3, "பட\u0bc1": 3, "வ\u0bbfட\u0bc1": 3, "பட\u0bcdட\u0bc1": 3,
    "வ\u0bbfட\u0bcdட\u0bc1": 3, "பட\u0bcdடத\u0bc1": 3, "\u0bc6ன\u0bcdற\u0bc1": 1, "\u0bc1ட\u0bc8": 1,
    "\u0bbfல\u0bcdல\u0bc8": 1, "\u0bc1டன\u0bcd": 1, "\u0bbfடம\u0bcd": 1, "\u0bc6ல\u0bcdல\u0bbeம\u0bcd": 3,
    "\u0bc6ன\u0bc1ம\u0bcd": 1
  });
  const a_18 = newsgen.Stemmer.endings({
    "\u0bbe": -1, "\u0bbf": -1, "\u0bc0": -1, "\u0bc1": -1, "\u0bc2": -1, "\u0bc6": -1, "\u0bc7": -1, "\u0bc8": -1
  });
  const a_19 = newsgen.Stemmer.endings({
    "\u0bbe": -1, "\u0bbf": -1, "\u0bc0": -1, "\u0bc1": -1, "\u0bc2": -1, "\u0bc6": -1, "\u0bc7": -1, "\u0bc8": -1
  });
  const a_20 = newsgen.Stemmer.endings({
    "வ\u0bbfட": 2, "\u0bc0": 7, "\u0bcaட\u0bc1": 2, "\u0bcbட\u0bc1": 2, "த\u0bc1": 6,
    "\u0bbfர\u0bc1ந\u0bcdத\u0bc1": 2, "\u0bbfன\u0bcdற\u0bc1": 2, "\u0bc1ட\u0bc8": 2, "ன\u0bc8": 1, "கண\u0bcd": 1,
    "\u0bbfன\u0bcd": 3, "ம\u0bc1ன\u0bcd": 1, "\u0bbfடம\u0bcd": 4, "\u0bbfற\u0bcd": 2, "ம\u0bc7ற\u0bcd": 1,
    "ல\u0bcd": 5, "\u0bbeமல\u0bcd": 2, "\u0bbeல\u0bcd": 2, "\u0bbfல\u0bcd": 2, "ம\u0bc7ல\u0bcd": 1,
    "\u0bc1ள\u0bcd": 2, "க\u0bc0ழ\u0bcd": 1
  });
  const a_21 = newsgen.Stemmer.endings({"க": -1, "ச": -1, "ட": -1, "த": -1, "ப": -1, "ற": -1});
  const a_22 = newsgen.Stemmer.endings({"க": -1, "ச": -1, "ட": -1, "த": -1, "ப": -1, "ற": -1});
  const a_23 = newsgen.Stemmer.endings({
    "அ": -1, "ஆ": -1, "இ": -1, "ஈ": -1, "உ": -1, "ஊ": -1, "எ": -1, "ஏ": -1, "ஐ": -1, "ஒ": -1, "ஓ": -1, "ஔ": -1
  });
  const a_24 = newsgen.Stemmer.endings({
    "\u0bbe": -1, "\u0bbf": -1, "\u0bc0": -1, "\u0bc1": -1, "\u0bc2": -1, "\u0bc6": -1, "\u0bc7": -1, "\u0bc8": -1
  });
  const a_25 = newsgen.Stemmer.endings({
    "க": 1, "த": 1, "ன": 1, "ப": 1, "ய": 1, "\u0bbe": 5, "க\u0bc1": 6, "பட\u0bc1": 1, "த\u0bc1": 3,
    "\u0bbfற\u0bcdற\u0bc1": 1, "ன\u0bc8": 1, "வ\u0bc8": 1, "னன\u0bcd": 1, "பன\u0bcd": 1, "வன\u0bcd": 2,
    "\u0bbeன\u0bcd": 4, "ன\u0bbeன\u0bcd": 1, "ம\u0bbfன\u0bcd": 1, "ன\u0bc6ன\u0bcd": 1, "\u0bc7ன\u0bcd": 5,
    "னம\u0bcd": 1, "பம\u0bcd": 1, "\u0bbeம\u0bcd": 5, "க\u0bc1ம\u0bcd": 1, "ட\u0bc1ம\u0bcd": 5, "த\u0bc1ம\u0bcd": 1,
    "ற\u0bc1ம\u0bcd": 1, "\u0bc6ம\u0bcd": 5, "\u0bc7ம\u0bcd": 5, "\u0bcbம\u0bcd": 5, "\u0bbeய\u0bcd": 5,
    "னர\u0bcd": 1, "பர\u0bcd": 1, "\u0bc0யர\u0bcd": 5, "வர\u0bcd": 1, "\u0bbeர\u0bcd": 5, "ன\u0bbeர\u0bcd": 1,
    "ம\u0bbeர\u0bcd": 1, "க\u0bcaண\u0bcdட\u0bbfர\u0bcd": 1, "ன\u0bbfர\u0bcd": 5, "\u0bc0ர\u0bcd": 5, "னள\u0bcd": 1,
    "பள\u0bcd": 1, "வள\u0bcd": 1, "\u0bbeள\u0bcd": 5, "ன\u0bbeள\u0bcd": 1
  });
  const a_26 = newsgen.Stemmer.endings({
    "க\u0bbfற": -1, "க\u0bbfன\u0bcdற": -1, "\u0bbeந\u0bbfன\u0bcdற": -1, "க\u0bbfற\u0bcd": -1,
    "க\u0bbfன\u0bcdற\u0bcd": -1, "\u0bbeந\u0bbfன\u0bcdற\u0bcd": -1
  });

  newsgen.stemmers.ta = new (class extends newsgen.Stemmer {
    B_found_vetrumai_urupu = false;

    r_has_min_length() {
      return this.current.length > 4;
    }

    r_fix_va_start() {
      let among_var;
      this.bra = this.cursor;
      among_var = this.find_among(a_0);
      if (among_var === 0) {
        return false;
      }
      this.ket = this.cursor;
      this.slice_from(as_0[(among_var - 1)]);
      return true;
    }

    r_fix_endings() {
      let v_1, v_2;
      v_1 = this.cursor;
      lab0: {
        while (true) {
          v_2 = this.cursor;
          lab1: {
            if (!this.r_fix_ending()) {
              break lab1;
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

    r_remove_question_prefixes() {
      let v_1;
      this.bra = this.cursor;
      if ((this.cursor === this.limit || this.current[this.cursor] !== "எ")) {
        return false;
      }
      this.cursor += 1;
      if (this.find_among(a_1) === 0) {
        return false;
      }
      if ((this.cursor === this.limit || this.current[this.cursor] !== "\u0bcd")) {
        return false;
      }
      this.cursor += 1;
      this.ket = this.cursor;
      this.slice_del();
      v_1 = this.cursor;
      this.r_fix_va_start();
      this.cursor = v_1;
      return true;
    }

    r_fix_ending() {
      let among_var, v_1, v_2, v_3, v_4, v_5, v_6;
      if (this.current.length <= 3) {
        return false;
      }
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      while (true) {
        v_1 = (this.limit - this.cursor);
        lab0: {
          this.ket = this.cursor;
          among_var = this.find_among_b(a_5);
          if (among_var === 0) {
            break lab0;
          }
          this.bra = this.cursor;
          if (among_var === 1) {
            this.slice_del();
          } else if (among_var === 2) {
            v_2 = (this.limit - this.cursor);
            if (this.find_among_b(a_2) === 0) {
              break lab0;
            }
            this.cursor = (this.limit - v_2);
            this.slice_del();
          } else if (among_var === 3) {
            this.slice_from("ள\u0bcd");
          } else if (among_var === 4) {
            this.slice_from("ல\u0bcd");
          } else if (among_var === 5) {
            this.slice_from("ட\u0bc1");
          } else if (among_var === 6) {
            if (!this.B_found_vetrumai_urupu) {
              break lab0;
            }
            lab1: {
              if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0bc8")) {
                break lab1;
              }
              this.cursor -= 1;
              break lab0;
            }
            this.slice_from("ம\u0bcd");
          } else if (among_var === 7) {
            this.slice_from("\u0bcd");
          } else if (among_var === 8) {
            v_3 = (this.limit - this.cursor);
            lab1: {
              if (this.find_among_b(a_3) === 0) {
                break lab1;
              }
              break lab0;
            }
            this.cursor = (this.limit - v_3);
            this.slice_del();
          } else {
            among_var = this.find_among_b(a_4);
            if (among_var === 1) {
              this.slice_del();
            } else {
              this.slice_from("ம\u0bcd");
            }
          }
          break;
        }
        this.cursor = (this.limit - v_1);
        this.ket = this.cursor;
        if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0bcd")) {
          return false;
        }
        this.cursor -= 1;
        while (true) {
          v_4 = (this.limit - this.cursor);
          lab0: {
            if (this.find_among_b(a_6) === 0) {
              break lab0;
            }
            v_5 = (this.limit - this.cursor);
            lab1: {
              if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0bcd")) {
                this.cursor = (this.limit - v_5);
                break lab1;
              }
              this.cursor -= 1;
              if (this.find_among_b(a_7) === 0) {
                this.cursor = (this.limit - v_5);
                break lab1;
              }
            }
            this.bra = this.cursor;
            this.slice_del();
            break;
          }
          this.cursor = (this.limit - v_4);
          lab0: {
            if (this.find_among_b(a_8) === 0) {
              break lab0;
            }
            this.bra = this.cursor;
            if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0bcd")) {
              break lab0;
            }
            this.cursor -= 1;
            this.slice_del();
            break;
          }
          this.cursor = (this.limit - v_4);
          v_6 = (this.limit - this.cursor);
          if (this.find_among_b(a_9) === 0) {
            return false;
          }
          this.cursor = (this.limit - v_6);
          this.bra = this.cursor;
          this.slice_del();
          break;
        }
        break;
      }
      this.cursor = this.limit_backward;
      return true;
    }

    r_remove_pronoun_prefixes() {
      let v_1;
      this.bra = this.cursor;
      if (this.find_among(a_10) === 0) {
        return false;
      }
      if (this.find_among(a_11) === 0) {
        return false;
      }
      if ((this.cursor === this.limit || this.current[this.cursor] !== "\u0bcd")) {
        return false;
      }
      this.cursor += 1;
      this.ket = this.cursor;
      this.slice_del();
      v_1 = this.cursor;
      this.r_fix_va_start();
      this.cursor = v_1;
      return true;
    }

    r_remove_plural_suffix() {
      let among_var, v_1;
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      this.ket = this.cursor;
      among_var = this.find_among_b(a_13);
      if (among_var === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (among_var === 1) {
        while (true) {
          v_1 = (this.limit - this.cursor);
          lab0: {
            if (this.find_among_b(a_12) === 0) {
              break lab0;
            }
            this.slice_from("\u0bc1ங\u0bcd");
            break;
          }
          this.cursor = (this.limit - v_1);
          this.slice_from("\u0bcd");
          break;
        }
      } else if (among_var === 2) {
        this.slice_from("ல\u0bcd");
      } else if (among_var === 3) {
        this.slice_from("ள\u0bcd");
      } else {
        this.slice_del();
      }
      this.cursor = this.limit_backward;
      return true;
    }

    r_remove_question_suffixes() {
      let v_1;
      if (!this.r_has_min_length()) {
        return false;
      }
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      v_1 = (this.limit - this.cursor);
      lab0: {
        this.ket = this.cursor;
        if (this.find_among_b(a_14) === 0) {
          break lab0;
        }
        this.bra = this.cursor;
        this.slice_from("\u0bcd");
      }
      this.cursor = (this.limit - v_1);
      this.cursor = this.limit_backward;
      this.r_fix_endings();
      return true;
    }

    r_remove_command_suffixes() {
      if (!this.r_has_min_length()) {
        return false;
      }
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      this.ket = this.cursor;
      if (this.find_among_b(a_15) === 0) {
        return false;
      }
      this.bra = this.cursor;
      this.slice_del();
      this.cursor = this.limit_backward;
      return true;
    }

    r_remove_um() {
      let v_1;
      if (!this.r_has_min_length()) {
        return false;
      }
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      this.ket = this.cursor;
      if (!this.eq_s_b("\u0bc1ம\u0bcd")) {
        return false;
      }
      this.bra = this.cursor;
      this.slice_from("\u0bcd");
      this.cursor = this.limit_backward;
      v_1 = this.cursor;
      this.r_fix_ending();
      this.cursor = v_1;
      return true;
    }

    r_remove_common_word_endings() {
      let among_var, v_1;
      if (!this.r_has_min_length()) {
        return false;
      }
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      this.ket = this.cursor;
      among_var = this.find_among_b(a_17);
      if (among_var === 0) {
        return false;
      }
      this.bra = this.cursor;
      if (among_var === 1) {
        this.slice_from("\u0bcd");
      } else if (among_var === 2) {
        v_1 = (this.limit - this.cursor);
        lab0: {
          if (this.find_among_b(a_16) === 0) {
            break lab0;
          }
          return false;
        }
        this.cursor = (this.limit - v_1);
        this.slice_from("\u0bcd");
      } else {
        this.slice_del();
      }
      this.cursor = this.limit_backward;
      this.r_fix_endings();
      return true;
    }

    r_remove_vetrumai_urupukal() {
      let among_var, v_1, v_2, v_3, v_4, v_5, v_6, v_7, v_8, v_9;
      this.B_found_vetrumai_urupu = false;
      if (!this.r_has_min_length()) {
        return false;
      }
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      while (true) {
        v_1 = (this.limit - this.cursor);
        lab0: {
          v_2 = (this.limit - this.cursor);
          this.ket = this.cursor;
          among_var = this.find_among_b(a_20);
          if (among_var === 0) {
            break lab0;
          }
          this.bra = this.cursor;
          if (among_var === 1) {
            this.slice_del();
          } else if (among_var === 2) {
            this.slice_from("\u0bcd");
          } else if (among_var === 3) {
            lab1: {
              if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "ம")) {
                break lab1;
              }
              this.cursor -= 1;
              break lab0;
            }
            this.slice_from("\u0bcd");
          } else if (among_var === 4) {
            if (this.current.length < 7) {
              break lab0;
            }
            this.slice_from("\u0bcd");
          } else if (among_var === 5) {
            v_3 = (this.limit - this.cursor);
            lab1: {
              if (this.find_among_b(a_18) === 0) {
                break lab1;
              }
              break lab0;
            }
            this.cursor = (this.limit - v_3);
            this.slice_from("\u0bcd");
          } else if (among_var === 6) {
            v_4 = (this.limit - this.cursor);
            lab1: {
              if (this.find_among_b(a_19) === 0) {
                break lab1;
              }
              break lab0;
            }
            this.cursor = (this.limit - v_4);
            this.slice_del();
          } else {
            this.slice_from("\u0bbf");
          }
          this.cursor = (this.limit - v_2);
          break;
        }
        this.cursor = (this.limit - v_1);
        v_5 = (this.limit - this.cursor);
        this.ket = this.cursor;
        if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0bc8")) {
          return false;
        }
        this.cursor -= 1;
        while (true) {
          v_6 = (this.limit - this.cursor);
          lab0: {
            v_7 = (this.limit - this.cursor);
            lab1: {
              if (this.find_among_b(a_21) === 0) {
                break lab1;
              }
              break lab0;
            }
            this.cursor = (this.limit - v_7);
            break;
          }
          this.cursor = (this.limit - v_6);
          v_8 = (this.limit - this.cursor);
          if (this.find_among_b(a_22) === 0) {
            return false;
          }
          if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0bcd")) {
            return false;
          }
          this.cursor -= 1;
          this.cursor = (this.limit - v_8);
          break;
        }
        this.bra = this.cursor;
        this.slice_from("\u0bcd");
        this.cursor = (this.limit - v_5);
        break;
      }
      this.B_found_vetrumai_urupu = true;
      v_9 = (this.limit - this.cursor);
      lab0: {
        this.ket = this.cursor;
        if (!this.eq_s_b("\u0bbfன\u0bcd")) {
          break lab0;
        }
        this.bra = this.cursor;
        this.slice_from("\u0bcd");
      }
      this.cursor = (this.limit - v_9);
      this.cursor = this.limit_backward;
      this.r_fix_endings();
      return true;
    }

    r_remove_tense_suffixes() {
      let v_1;
      while (true) {
        v_1 = this.cursor;
        lab0: {
          if (!this.r_remove_tense_suffix()) {
            break lab0;
          }
          continue;
        }
        this.cursor = v_1;
        break;
      }
      return true;
    }

    r_remove_tense_suffix() {
      let B_found_a_match, among_var, v_1, v_2, v_3, v_4, v_5, v_6;
      B_found_a_match = false;
      if (!this.r_has_min_length()) {
        return false;
      }
      this.limit_backward = this.cursor;
      this.cursor = this.limit;
      v_1 = (this.limit - this.cursor);
      lab0: {
        v_2 = (this.limit - this.cursor);
        this.ket = this.cursor;
        among_var = this.find_among_b(a_25);
        if (among_var === 0) {
          break lab0;
        }
        this.bra = this.cursor;
        if (among_var === 1) {
          this.slice_del();
        } else if (among_var === 2) {
          v_3 = (this.limit - this.cursor);
          lab1: {
            if (this.find_among_b(a_23) === 0) {
              break lab1;
            }
            break lab0;
          }
          this.cursor = (this.limit - v_3);
          this.slice_del();
        } else if (among_var === 3) {
          v_4 = (this.limit - this.cursor);
          lab1: {
            if (this.find_among_b(a_24) === 0) {
              break lab1;
            }
            break lab0;
          }
          this.cursor = (this.limit - v_4);
          this.slice_del();
        } else if (among_var === 4) {
          lab1: {
            if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "ச")) {
              break lab1;
            }
            this.cursor -= 1;
            break lab0;
          }
          this.slice_from("\u0bcd");
        } else if (among_var === 5) {
          this.slice_from("\u0bcd");
        } else {
          v_5 = (this.limit - this.cursor);
          if ((this.cursor <= this.limit_backward || this.current[(this.cursor - 1)] !== "\u0bcd")) {
            break lab0;
          }
          this.cursor -= 1;
          this.cursor = (this.limit - v_5);
          this.slice_del();
        }
        B_found_a_match = true;
        this.cursor = (this.limit - v_2);
      }
      this.cursor = (this.limit - v_1);
      v_6 = (this.limit - this.cursor);
      lab0: {
        this.ket = this.cursor;
        if (this.find_among_b(a_26) === 0) {
          break lab0;
        }
        this.bra = this.cursor;
        this.slice_del();
        B_found_a_match = true;
      }
      this.cursor = (this.limit - v_6);
      this.cursor = this.limit_backward;
      this.r_fix_endings();
      return B_found_a_match;
    }

    stem() {
      let v_1, v_2, v_3, v_4, v_5, v_6, v_7, v_8, v_9;
      this.B_found_vetrumai_urupu = false;
      v_1 = this.cursor;
      this.r_fix_ending();
      this.cursor = v_1;
      if (!this.r_has_min_length()) {
        return false;
      }
      v_2 = this.cursor;
      this.r_remove_question_prefixes();
      this.cursor = v_2;
      v_3 = this.cursor;
      this.r_remove_pronoun_prefixes();
      this.cursor = v_3;
      this.r_remove_question_suffixes();
      v_4 = this.cursor;
      this.r_remove_um();
      this.cursor = v_4;
      v_5 = this.cursor;
      this.r_remove_common_word_endings();
      this.cursor = v_5;
      v_6 = this.cursor;
      this.r_remove_vetrumai_urupukal();
      this.cursor = v_6;
      v_7 = this.cursor;
      this.r_remove_plural_suffix();
      this.cursor = v_7;
      v_8 = this.cursor;
      this.r_remove_command_suffixes();
      this.cursor = v_8;
      v_9 = this.cursor;
      this.r_remove_tense_suffixes();
      this.cursor = v_9;
      return true;
    }
  })();
})();
