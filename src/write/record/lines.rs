//! How the plan as data is laid out: objects open over lines, and each entry of a list stands on one line of its own.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// Readable where it is short, and a line for each post and person: a large plan takes little more than half the room,
/// and two plans can be compared line by line.
#[derive(Default)]
pub(super) struct Lines {
    /// Brackets that are open outside of entries.
    open: usize,
    /// Entries around what is written now; in one, everything is compact.
    within: usize,
    /// Whether the bracket opened last outside of entries holds anything.
    filled: bool,
}

impl Lines {
    fn opening<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        if self.within == 0 {
            self.open += 1;
            self.filled = false;
        }
        out.write_all(bracket)
    }

    fn closing<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        if self.within == 0 {
            self.open -= 1;
            if self.filled {
                self.line(out)?;
            }
        }
        out.write_all(bracket)
    }

    fn next<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        if self.within == 0 { self.line(out) } else { Ok(()) }
    }

    fn line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.open).try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.opening(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.closing(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)?;
        self.within += 1;
        Ok(())
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.within -= 1;
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.opening(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.closing(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(if self.within == 0 { b": " } else { b":" })
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Serializer, Value, json};

    use super::*;

    fn written(value: &Value) -> String {
        let mut bytes = Vec::new();
        value.serialize(&mut Serializer::with_formatter(&mut bytes, Lines::default())).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn objects_open_over_lines_and_an_entry_of_a_list_stands_on_one() {
        let value = json!({
            "a": [{ "b": [1, { "c": "x\ny" }], "d": {} }, [], 3, { "e": [] }],
            "f": { "g": { "h": null, "i": [[1, 2], [3, 4]] }, "j": {}, "k": [] },
            "l": [],
            "m": {},
        });
        let told = written(&value);
        let lines: &[&str] = &[
            r#"{"#,
            r#"  "a": ["#,
            r#"    {"b":[1,{"c":"x\ny"}],"d":{}},"#,
            r#"    [],"#,
            r#"    3,"#,
            r#"    {"e":[]}"#,
            r#"  ],"#,
            r#"  "f": {"#,
            r#"    "g": {"#,
            r#"      "h": null,"#,
            r#"      "i": ["#,
            r#"        [1,2],"#,
            r#"        [3,4]"#,
            r#"      ]"#,
            r#"    },"#,
            r#"    "j": {},"#,
            r#"    "k": []"#,
            r#"  },"#,
            r#"  "l": [],"#,
            r#"  "m": {}"#,
            r#"}"#,
        ];
        assert_eq!(told.lines().collect::<Vec<_>>(), lines);
        assert_eq!(serde_json::from_str::<Value>(&told).unwrap(), value);
    }
}
