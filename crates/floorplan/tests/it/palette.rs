//! The colours of the style sheet: contrast by WCAG 2.2, and categories that stay apart for
//! colour-vision deficiencies.

const CSS: &str = include_str!("../../../../src/style.css");

type Rgb = [f64; 3];

/// A custom property of the form `--name: light-dark(#rrggbb, #rrggbb);`: light, then dark.
fn token(name: &str) -> [Rgb; 2] {
    let start = format!("--{name}: ");
    let at = CSS.find(&start).unwrap_or_else(|| panic!("no --{name}"));
    let value = CSS[at..].split(';').next().unwrap();
    let value = &value[value.find("light-dark(").unwrap() + 11..];
    let mut colours = value.split([',', ')']).map(str::trim);
    [hex(colours.next().unwrap()), hex(colours.next().unwrap())]
}

fn hex(text: &str) -> Rgb {
    let digits = text.strip_prefix('#').unwrap_or_else(|| panic!("{text}"));
    assert_eq!(digits.len(), 6, "{text}");
    [0, 2, 4].map(|i| f64::from(u8::from_str_radix(&digits[i..i + 2], 16).unwrap()) / 255.0)
}

fn linear(colour: Rgb) -> Rgb {
    colour.map(|c| {
        if c <= 0.040_45 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn luminance(colour: Rgb) -> f64 {
    let [r, g, b] = linear(colour);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// `over` painted on `under` with an opacity.
fn blend(over: Rgb, under: Rgb, opacity: f64) -> Rgb {
    [0, 1, 2].map(|i| over[i] * opacity + under[i] * (1.0 - opacity))
}

/// Checks `a` against `b` in light and in dark.
fn expect(a: &str, b: &str, at_least: f64) {
    for (theme, (a_colour, b_colour)) in ["light", "dark"]
        .iter()
        .zip(token(a).into_iter().zip(token(b)))
    {
        let found = contrast(a_colour, b_colour);
        assert!(
            found >= at_least,
            "{a} on {b}, {theme}: {found:.2} < {at_least}"
        );
    }
}

#[test]
fn text_has_a_contrast_of_four_and_a_half() {
    for surface in ["surface", "surface-2", "outside", "ground", "room"] {
        for ink in ["ink", "ink-2"] {
            expect(ink, surface, 4.5);
        }
    }
    for surface in ["surface", "surface-2"] {
        expect("focus", surface, 4.5);
    }
    for category in 0..=8 {
        let fill = format!("fill-{category}");
        expect("stand-ink", &fill, 4.5);
        expect("stand-ink-2", &fill, 4.5);
    }
}

#[test]
fn what_a_search_marks_is_readable() {
    expect("ink", "found", 4.5);
}

#[test]
fn text_stays_readable_where_other_stands_step_back() {
    // The veil over all but the chosen stand: fills and words alike.
    assert!(CSS.contains(".em-mark[data-mark=\"veil\"] { fill: var(--ground); fill-opacity: .18;"));
    for category in 0..=8 {
        let fills = token(&format!("fill-{category}"));
        for (theme, fill) in fills.into_iter().enumerate() {
            let veiled = |colour| blend(colour, token("ground")[theme], 0.82);
            for ink in ["stand-ink", "stand-ink-2"] {
                let found = contrast(veiled(token(ink)[theme]), veiled(fill));
                assert!(found >= 4.5, "{category} {theme} {ink}: {found:.2}");
            }
        }
    }
}

#[test]
fn edges_focus_and_selection_have_a_contrast_of_three() {
    for category in 0..=8 {
        let (edge, fill) = (format!("edge-{category}"), format!("fill-{category}"));
        expect(&edge, "ground", 3.0);
        expect(&edge, &fill, 3.0);
    }
    for (mark, surface) in [
        ("wall", "ground"),
        ("wall", "outside"),
        ("accent-colour", "ground"),
        ("focus", "ground"),
        ("focus", "focus-gap"),
        ("strong-line", "surface"),
    ] {
        expect(mark, surface, 3.0);
    }
}

/// Machado, Oliveira & Fernandes (2009), severity 1: protanopia, deuteranopia, tritanopia.
const DEFICIENCIES: [(&str, [Rgb; 3]); 3] = [
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// CIE L*a*b* of a linear colour (D65).
fn lab([r, g, b]: Rgb) -> Rgb {
    let f = |t: f64| {
        if t > 0.008_856 {
            t.cbrt()
        } else {
            7.787 * t + 16.0 / 116.0
        }
    };
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn neighbouring_categories_stay_apart_for_every_eye() {
    // A fill and its edge together make a category's look; the nearest pair of either counts.
    let look = |category: usize, theme: usize, matrix: &[Rgb; 3]| {
        ["fill", "edge"].map(|part| {
            let colour = linear(token(&format!("{part}-{category}"))[theme]);
            lab([0, 1, 2].map(|i| {
                (0..3)
                    .map(|j| matrix[i][j] * colour[j])
                    .sum::<f64>()
                    .clamp(0.0, 1.0)
            }))
        })
    };
    let distance = |a: Rgb, b: Rgb| (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f64>().sqrt();
    for (name, matrix) in DEFICIENCIES {
        for theme in 0..2 {
            for a in 1..=8 {
                for b in a + 1..=8 {
                    let (p, q) = (look(a, theme, &matrix), look(b, theme, &matrix));
                    let apart = distance(p[0], q[0]) + distance(p[1], q[1]);
                    assert!(
                        apart > 12.0,
                        "{name}, theme {theme}: {a} and {b} are {apart:.1} apart"
                    );
                }
            }
        }
    }
}

/// The declarations of high contrast where a rule begins so.
fn contrast_tokens(rule: &str) -> Vec<(&'static str, &'static str)> {
    let at = CSS.find(rule).unwrap_or_else(|| panic!("no {rule}")) + rule.len();
    let body = CSS[at..].split('}').next().unwrap();
    let declarations = body.split(';').filter(|text| !text.trim().is_empty());
    declarations
        .map(|text| text.trim().split_once(": ").unwrap())
        .collect()
}

#[test]
fn high_contrast_is_seven_and_the_same_by_attribute_and_by_the_system() {
    let tokens = contrast_tokens(".expo-map[data-theme=\"contrast\"] {");
    let by_system =
        "@media (prefers-contrast: more) and (forced-colors: none) {\n  .expo-map.expo-map {";
    assert_eq!(tokens, contrast_tokens(by_system));
    let colour = |name: &str, theme: usize| {
        let of = tokens.iter().find(|(token, _)| *token == name);
        let (_, value) = of.unwrap_or_else(|| panic!("no {name}"));
        let pair = value
            .strip_prefix("light-dark(")
            .and_then(|v| v.strip_suffix(')'));
        hex(pair.unwrap().split(", ").nth(theme).unwrap())
    };
    let surfaces = [
        "--surface",
        "--surface-2",
        "--outside",
        "--ground",
        "--room",
    ];
    let inks = [
        "--ink",
        "--ink-2",
        "--stand-ink",
        "--stand-ink-2",
        "--focus",
        "--accent",
        "--emergency",
    ];
    for theme in 0..2 {
        for surface in surfaces {
            for ink in inks {
                let found = contrast(colour(ink, theme), colour(surface, theme));
                assert!(found >= 7.0, "{ink} on {surface}, {theme}: {found:.2}");
            }
            for line in ["--line", "--strong-line", "--wall"] {
                let found = contrast(colour(line, theme), colour(surface, theme));
                assert!(found >= 4.5, "{line} on {surface}, {theme}: {found:.2}");
            }
        }
    }
}
