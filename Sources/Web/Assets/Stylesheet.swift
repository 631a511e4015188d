extension Asset {
    /// The whole look of the dashboard.
    static let stylesheet = #"""
        /* reeve.css: the whole look of the dashboard.
           Order: 1 tokens, 2 base, 3 frame, 4 page and sections, 5 controls, 6 tables,
           7 marks, 8 charts, 9 lists and blocks, 10 screens, 11 phone, 12 print.
           Both themes stand side by side in light-dark(); color-scheme follows
           prefers-color-scheme, and data-theme on <html> overrides it. */

        /* 1 tokens ---------------------------------------------------------------- */
        :root {
          color-scheme: light dark;
          --paper:     light-dark(#ffffff, #15181c);  /* page, tables */
          --sunk:      light-dark(#f4f5f7, #0f1215);  /* side bar, code, notes */
          --raised:    light-dark(#ffffff, #1e2227);  /* menus */
          --hover:     light-dark(#f0f2f5, #1d2126);
          --selected:  light-dark(#e7effa, #1a2a40);
          --ink:       light-dark(#14181d, #e6e9ed);
          --ink-2:     light-dark(#414953, #b4bbc4);
          --ink-3:     light-dark(#5b6470, #929ba6);  /* smallest notes; AA on all grounds */
          --line:      light-dark(#e2e5e9, #282d33);  /* between rows */
          --line-2:    light-dark(#c3c9d0, #3b424a);  /* under table heads, around blocks */
          --edge:      light-dark(#7d8692, #737d89);  /* controls: 3:1 */
          --rule:      light-dark(#2a3038, #6d7681);  /* the ledger rule above a section */
          --link:      light-dark(#17509c, #86b4f0);
          --accent:    light-dark(#1b57a6, #2f6cb8);  /* filled button */
          --accent-on: #ffffff;
          --critical:  light-dark(#a3121a, #ff827b);
          --high:      light-dark(#a8470a, #f2a05e);
          --medium:    light-dark(#775700, #dcbb5a);
          --low:       light-dark(#4f5c6a, #9fadbc);
          --ok:        light-dark(#17693d, #63c58c);
          --danger-bg: light-dark(#fbecec, #331c1d);
          --warn-bg:   light-dark(#fbf3de, #2c2515);
          --ok-bg:     light-dark(#e9f5ee, #14281c);
          --hl-bg:     light-dark(#ffe9a8, #4a3b0c);  /* highlighted part of a header */
          --hl-ink:    light-dark(#3a2a00, #ffe9a8);
          --fill-critical: light-dark(#b3202a, #e8635c);
          --fill-high:     light-dark(#f0b98c, #8f5a33);
          --fill-medium:   light-dark(#f6e8c3, #4a4026);
          --fill-low:      light-dark(#e3e7ec, #2d343c);
          --sans: Inter, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
          --t-xs: .8572rem;   /* 12 */
          --t-s:  .9286rem;   /* 13: tables, side bar */
          --t-m:  1rem;       /* 14: text */
          --t-l:  1.1429rem;  /* 16: the lead sentence, section heads 15 */
          --t-xl: 1.4286rem;  /* 20: page title */
          --t-fig: 1.7143rem; /* 24: figures */
          --inset: 10px;      /* every section's text starts here */
          --radius: 4px;
        }
        :root[data-theme="light"] { color-scheme: light; }
        :root[data-theme="dark"]  { color-scheme: dark; }

        /* 2 base ------------------------------------------------------------------ */
        *, *::before, *::after { box-sizing: border-box; }
        html { font: 400 87.5%/1.45 var(--sans); -webkit-text-size-adjust: 100%; scroll-padding-top: 60px; }
        body {
          margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink);
          font-variant-numeric: tabular-nums;
          display: grid; grid-template: 48px 1fr auto / 216px minmax(0, 1fr);
        }
        h1, h2, h3, h4, p, ul, ol, dl, dd, figure, pre, fieldset { margin: 0; padding: 0; }
        ul, ol { list-style: none; }
        fieldset { border: 0; min-width: 0; }
        legend { padding: 0; }
        h1 { font-size: var(--t-xl); line-height: 1.3; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; }
        h2 { font-size: 1.0714rem; line-height: 1.35; font-weight: 650; }
        h3 { font-size: var(--t-s); line-height: 1.4; font-weight: 650; }
        a { color: var(--link); text-decoration: none; }
        a:hover, :where(p, dd, td, .list li, .hist li, .sec-foot span) a:where(:not(.btn, .t, .ref, .twist)) { text-decoration: underline; text-underline-offset: 2px; text-decoration-thickness: 1px; }
        b, strong { font-weight: 600; }
        code, kbd, pre, .mono { font-family: var(--mono); font-size: .92em; font-variant-ligatures: none; }
        kbd { border: 1px solid var(--line-2); border-radius: 3px; padding: 0 4px; font-size: .857em; color: var(--ink-2); background: var(--paper); }
        svg { display: block; flex: none; }
        .i { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
        .defs { position: absolute; width: 0; height: 0; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
        .vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .muted { color: var(--ink-3); }
        .second { color: var(--ink-2); }
        .small { font-size: var(--t-xs); }
        .num { text-align: right; }
        .nowrap { white-space: nowrap; }
        .break { overflow-wrap: anywhere; }
        .skip { position: absolute; left: 8px; top: -60px; z-index: 9; background: var(--paper); padding: 8px 12px; border: 1px solid var(--edge); }
        .skip:focus { top: 8px; }

        /* 3 frame: top bar, side bar, foot ----------------------------------------- */
        .top {
          grid-column: 1 / -1; position: sticky; top: 0; z-index: 5; display: flex; align-items: center; gap: 12px;
          padding: 0 18px 0 16px; background: var(--paper); border-bottom: 1px solid var(--line-2); font-size: var(--t-s);
        }
        .brand { display: flex; align-items: center; gap: 9px; width: 188px; color: var(--ink); font-weight: 700; font-size: 1.0714rem; letter-spacing: -.01em; }
        .brand:hover { text-decoration: none; }
        .brand svg { fill: currentColor; }
        .top .grow { flex: 1; }
        .search { position: relative; width: 280px; }
        .search .i { position: absolute; left: 8px; top: 8px; color: var(--ink-3); pointer-events: none; }
        .search input[type] { width: 100%; padding-left: 30px; padding-right: 30px; }
        .search kbd { position: absolute; right: 7px; top: 7px; line-height: 17px; }
        body::before { content: ""; grid-row: 2 / -1; grid-column: 1; background: var(--sunk); border-right: 1px solid var(--line); }
        .side { background: var(--sunk); border-right: 1px solid var(--line); font-size: var(--t-s); grid-row: 2 / -1; grid-column: 1; }
        .side[popover] { display: block; position: sticky; inset: 48px auto auto 0; margin: 0; width: auto; height: calc(100vh - 48px); max-height: none; overflow-y: auto; border-width: 0 1px 0 0; padding: 12px 8px 20px; color: inherit; background: var(--sunk); border-color: var(--line); }
        .side h2 { font-size: var(--t-xs); font-weight: 600; color: var(--ink-3); padding: 14px 8px 3px; }
        .side a, .side .btn-link { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 4px 8px; min-height: 28px; border-radius: var(--radius); color: var(--ink-2); }
        .side .btn-link { width: 100%; }
        .side :is(a, .btn-link):hover { background: var(--hover); color: var(--ink); text-decoration: none; }
        .side a[aria-current] { background: light-dark(#e3e6ea, #23282e); color: var(--ink); font-weight: 600; }
        .side .n { font-size: var(--t-xs); color: var(--ink-2); font-weight: 400; }
        .side .n-critical { color: var(--critical); font-weight: 600; }
        .top .menu-btn, .phone-only { display: none; }
        .foot { padding: 14px 28px 18px; color: var(--ink-3); font-size: var(--t-xs); display: flex; gap: 6px 18px; flex-wrap: wrap; align-items: center; }
        .foot a { color: var(--ink-2); }
        .foot form { display: flex; gap: 6px; align-items: center; margin-left: auto; }

        /* 4 page and sections ------------------------------------------------------- */
        .page { padding: 18px 18px 28px; min-width: 0; max-width: 1560px; }
        .bare::before { display: none; }
        .bare .page { grid-column: 1 / -1; width: 100%; max-width: 860px; margin-inline: auto; }
        .narrow { max-width: 400px; }
        .panel { max-width: 820px; }
        .bare .page > .narrow { margin: 6vh auto 0; }
        .narrow .entra { padding: 0 var(--inset); }
        .narrow .or { margin: 10px 0 12px; padding: 0 var(--inset); }
        .sec > .filter:first-child { padding-top: 10px; }
        .filter .input.date { flex: 0 0 136px; }
        .filter .span { display: flex; align-items: center; gap: 8px; }
        .clip { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
        .crumb { padding: 0 var(--inset) 3px; font-size: var(--t-xs); color: var(--ink-3); }
        .crumb ol { display: flex; flex-wrap: wrap; align-items: center; line-height: 24px; }
        .crumb li { display: flex; min-width: 0; overflow-wrap: anywhere; }
        .crumb li + li::before { content: "/"; padding: 0 6px; color: var(--ink-3); }
        .crumb a { color: var(--ink-2); }
        .head { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: flex-start; padding: 0 var(--inset) 16px; }
        .head > div:first-child { flex: 1 1 460px; min-width: 0; }
        .head .sub { color: var(--ink-2); margin-top: 3px; }
        .head .meta { display: flex; flex-wrap: wrap; gap: 3px 18px; align-items: center; margin-top: 6px; color: var(--ink-2); font-size: var(--t-s); }
        .actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
        .lead { font-size: var(--t-l); line-height: 1.5; padding: 0 var(--inset) 18px; max-width: 86ch; color: var(--ink-2); overflow-wrap: anywhere; }
        .lead b { color: var(--ink); }
        .cols { display: grid; grid-template-columns: minmax(0, 1fr) 304px; gap: 0 28px; align-items: start; }
        .cols-2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
        .cols-found { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
        .cols-left { grid-template-columns: 252px minmax(0, 1fr); }
        .sec { border-top: 1px solid var(--rule); margin-bottom: 26px; min-width: 0; }
        .sec-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 12px; padding: 9px var(--inset) 7px; }
        .sec-head .aside { margin-left: auto; font-size: var(--t-s); color: var(--ink-3); }
        .sec-head .gap-after { margin-right: 12px; }
        p.note { padding: 0 var(--inset) 10px; color: var(--ink-2); font-size: var(--t-s); }
        .sec-head .note { color: var(--ink-3); font-size: var(--t-s); } .sec-head .note .st { white-space: normal; overflow-wrap: anywhere; } .sec-head .note .i { flex: none; align-self: start; margin-top: 2px; }
        .sec-body { padding: 2px var(--inset) 4px; }
        .sec-body > p + p, .sec-body > p + ul, .sec-body > p + dl { margin-top: 8px; }
        .text { max-width: 76ch; color: var(--ink-2); }
        .sec-foot { padding: 8px var(--inset) 0; font-size: var(--t-s); color: var(--ink-3); display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; }
        .sec-foot a { padding-block: 3px; }
        .as-h3 { font-size: var(--t-s); line-height: 1.4; }
        .sec h3 + *, .as-h3 + * { margin-top: 4px; }
        .sec-body > .tbl, .sec-body > .wrap { width: calc(100% + 2 * var(--inset)); margin-inline: calc(-1 * var(--inset)); }
        .sec-body > .sec-foot { padding-inline: 0; }

        /* 5 controls ---------------------------------------------------------------- */
        input, select, textarea, button { font: inherit; color: inherit; }
        .input, .search input, .select, .area {
          min-height: 32px; padding: 4px 9px; font-size: var(--t-s); border: 1px solid var(--edge); border-radius: var(--radius); background: var(--paper); color: var(--ink); max-width: 100%;
        }
        .select { padding-right: 4px; }
        .select-sm { min-height: 26px; padding: 1px 4px; font-size: var(--t-xs); }
        .area { width: 100%; font-family: var(--mono); line-height: 1.55; resize: vertical; }
        .full { width: 100%; }
        ::placeholder { color: var(--ink-3); opacity: 1; }
        input[type="checkbox"], input[type="radio"] { width: 16px; height: 16px; margin: 0; accent-color: var(--accent); vertical-align: -3px; }
        .btn {
          display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 32px; padding: 4px 12px; font-size: var(--t-s); font-weight: 500; max-width: 100%; overflow-wrap: anywhere;
          border: 1px solid var(--edge); border-radius: var(--radius); background: var(--paper); color: var(--ink); cursor: pointer;
        }
        .btn:hover { background: var(--hover); text-decoration: none; }
        .btn-primary { background: var(--accent); border-color: var(--accent); color: var(--accent-on); }
        .btn-primary:hover { background: light-dark(#144787, #3a78c6); }
        .btn-danger { color: var(--critical); border-color: currentColor; }
        .btn-quiet { border-color: transparent; background: none; color: var(--link); padding-inline: 8px; }
        .act .btn-quiet:last-child { margin-right: -8px; }
        .inline-i .i { display: inline-block; vertical-align: -3px; margin-right: 4px; }
        .lvl-sub { padding-left: 20px; }
        .btn-sm { min-height: 26px; padding: 1px 9px; font-size: var(--t-xs); }
        .btn[disabled] { color: var(--ink-3); background: var(--sunk); border-color: var(--line-2); cursor: default; }
        .field { margin-bottom: 12px; }
        .field label, .label { display: block; font-size: var(--t-s); font-weight: 600; margin-bottom: 4px; }
        .hint { font-size: var(--t-xs); color: var(--ink-3); margin-top: 4px; }
        .field .err, .error { font-size: var(--t-xs); color: var(--critical); margin-top: 4px; }
        .field [aria-invalid="true"] { border-color: var(--critical); }
        .choice { display: grid; grid-template-columns: 24px 1fr; padding: 3px 0; font-size: var(--t-s); }
        .choice input { margin-top: 2px; }
        .choice label { font-weight: 500; margin: 0; }
        .under { padding: 2px 0 4px 24px; font-size: var(--t-s); }
        .choice .hint { margin-top: 0; display: block; font-weight: 400; }
        .form-row { display: flex; flex-wrap: wrap; gap: 0 14px; }
        .form-row > .field { flex: 1 1 118px; min-width: 0; }
        .seg { display: inline-flex; border: 1px solid var(--line-2); border-radius: var(--radius); font-size: var(--t-s); }
        .seg a { padding: 3px 10px; color: var(--ink-2); min-height: 26px; }
        .seg a + a { border-left: 1px solid var(--line-2); }
        .seg a[aria-current] { background: light-dark(#e3e6ea, #2a3037); color: var(--ink); font-weight: 600; }
        .tabs { display: flex; flex-wrap: wrap; gap: 0 20px; padding: 0 var(--inset); font-size: var(--t-s); }
        .tabs a { padding: 7px 0 8px; color: var(--ink-2); border-bottom: 2px solid transparent; margin-bottom: -1px; }
        .tabs a:hover { text-decoration: none; border-color: var(--line-2); }
        .tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--link); }
        .tabs .n { color: var(--ink-3); font-weight: 400; margin-left: 3px; }
        .tabs-line { border-bottom: 1px solid var(--line-2); margin-bottom: 12px; }
        details.drop { position: relative; }
        details.drop > summary { list-style: none; }
        details.drop:not([open]) > .drop-body { display: none; }
        details.drop > summary::-webkit-details-marker { display: none; }
        .drop-body { position: absolute; z-index: 4; top: calc(100% + 4px); left: 0; min-width: 220px; padding: 6px; background: var(--raised); border: 1px solid var(--line-2); border-radius: 6px; box-shadow: 0 6px 20px light-dark(#0002, #0008); }
        .top .drop-body, .actions .drop-body, .aside .drop-body { left: auto; right: 0; }
        .top .brand + .drop .drop-body { left: 0; right: auto; }
        .drop-body a, .drop-body .btn-link { display: block; width: 100%; font-size: var(--t-s); padding: 4px 8px; border-radius: 3px; color: var(--ink); }
        .drop-body a:hover, .drop-body .btn-link:hover { background: var(--hover); text-decoration: none; }
        .btn-link { text-align: left; border: 0; background: none; cursor: pointer; }
        .filter { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 0 var(--inset) 10px; }
        .filter .input { flex: 0 1 260px; }
        .filter .select { max-width: 240px; }
        .filter .select.content { width: 190px; }
        .filter .grow { flex: 1; }
        [hidden] { display: none !important; }
        .bulk { position: sticky; top: 48px; z-index: 3; display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 6px var(--inset); background: var(--selected); border-bottom: 1px solid var(--line-2); font-size: var(--t-s); }
        .bulk b { margin-right: 8px; }
        .sec-body > .filter { padding-inline: 0; }
        .save-bar { position: sticky; bottom: 0; z-index: 2; padding: 8px var(--inset); background: var(--paper); border-top: 1px solid var(--line-2); }
        html:has(.save-bar) { scroll-padding-bottom: 64px; }
        .bulk[hidden] { display: none; }
        html:has(.bulk:not([hidden])) { scroll-padding-top: 100px; }
        .pager { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; padding: 10px var(--inset) 0; font-size: var(--t-s); color: var(--ink-2); }
        .pager .grow { flex: 1; }

        /* 6 tables ------------------------------------------------------------------ */
        .wrap { overflow-x: auto; position: relative; }
        .tbl { width: 100%; border-collapse: collapse; font-size: var(--t-s); }
        .tbl caption { text-align: left; }
        .tbl th { text-align: left; font-size: var(--t-xs); font-weight: 600; color: var(--ink-2); padding: 5px var(--inset); border-bottom: 1px solid var(--line-2); vertical-align: bottom; }
        .tbl thead th { white-space: nowrap; }
        .tbl tbody th { font-size: inherit; font-weight: 500; color: var(--ink); border-bottom-color: var(--line); vertical-align: top; padding-block: 7px; }
        .tbl td { padding: 7px var(--inset); border-bottom: 1px solid var(--line); vertical-align: top; }
        .tbl th.num, .tbl td.num { text-align: right; white-space: nowrap; }
        .tbl th a { color: inherit; }
        .tbl th[aria-sort] a { color: var(--ink); }
        .tbl tbody tr:hover { background: var(--hover); }
        .tbl tr.here > :first-child, .pick .here { box-shadow: inset 3px 0 var(--link); }
        .tbl tr.sel, .tbl tr.sel:hover { background: var(--selected); }
        .tbl tr.open > td { border-bottom-color: transparent; }
        .tbl tr.detail, .tbl tr.detail:hover, .tbl tr.edit:hover { background: none; }
        .tbl tr.detail > td { padding: 0 var(--inset) 12px; }
        .tbl tr.detail .in { padding-left: 32px; }
        .tbl tfoot td, .tbl tfoot th { border-top: 1px solid var(--rule); border-bottom: 0; font-weight: 600; color: var(--ink); font-size: var(--t-s); padding-block: 7px; vertical-align: top; }
        .tbl .ck { width: 36px; padding-right: 4px; }
        .tbl th.ck span, :root:not(.js) .tbl th.ck label { display: none; }
        .tbl .t { font-weight: 550; color: var(--ink); }
        .tbl .main { min-width: 168px; } .tbl .why { min-width: 90px; } .tbl .place { min-width: 20ch; }
        a.t { color: var(--ink); }
        .tbl .sub { display: block; color: var(--ink-3); font-size: var(--t-xs); font-weight: 400; }
        .tbl .act { text-align: right; white-space: nowrap; padding-block: 4px; }
        .tbl .lvl-0 { padding-left: 36px; }
        .tbl .lvl-1 { padding-left: 58px; } .tbl .lvl-2 { padding-left: 80px; } .tbl .lvl-3 { padding-left: 102px; } .tbl .lvl-4, .tbl .lvl-5 { padding-left: 124px; }
        .twist { display: inline-flex; width: 24px; height: 24px; margin: -3px 2px -3px -6px; align-items: center; justify-content: center; color: var(--ink-2); vertical-align: middle; border: 0; background: none; padding: 0; cursor: pointer; }
        .twist + .t { display: inline-block; max-width: calc(100% - 30px); vertical-align: top; }
        .tbl-tight td, .tbl-tight tbody th { padding-block: 5px; }
        .tbl-held { table-layout: fixed; } .tbl-held :is(th, td):nth-child(2) { width: 42%; } .tbl-held :is(th, td):nth-child(3) { width: 26%; overflow-wrap: anywhere; }
        .tbl-tight .act { padding-block: 2px; }
        .tbl tfoot .second { font-weight: 400; }
        .tbl .cov { margin-top: 5px; }

        /* 7 marks: never by colour alone --------------------------------------------- */
        .sev, .st { display: inline-flex; align-items: center; gap: 7px; white-space: nowrap; }
        .sev { font-weight: 550; }
        .sev .on { fill: currentColor; } .sev .off { fill: var(--line-2); }
        .sev-critical { color: var(--critical); } .sev-high { color: var(--high); } .sev-medium { color: var(--medium); } .sev-low { color: var(--low); }
        .st { gap: 5px; align-items: baseline; }
        .st .i { width: 15px; height: 15px; align-self: center; }
        .st-ok { color: var(--ok); } .st-warn { color: var(--medium); } .st-bad { color: var(--critical); } .st-off, .st-unknown { color: var(--ink-3); } .st-run { color: var(--link); }
        .shield { fill: var(--ok); stroke: var(--ok); } .shield path { stroke: var(--paper); }
        .prov { display: inline-flex; align-items: center; gap: 4px; border: 1px solid var(--line-2); border-radius: 3px; padding: 0 6px; font-size: var(--t-xs); line-height: 20px; color: var(--ink-2); white-space: nowrap; }
        .prov .i { width: 12px; height: 12px; }
        .tbl .deep-1 { padding-left: calc(var(--inset) + 20px); }
        .tbl .deep-2 { padding-left: calc(var(--inset) + 40px); }
        .tbl .deep-3 { padding-left: calc(var(--inset) + 60px); }
        .tbl .deep-4, .tbl .deep-5, .tbl .deep-6 { padding-left: calc(var(--inset) + 80px); }
        .provs { display: flex; flex-wrap: wrap; gap: 4px; }
        .new { font-weight: 600; color: var(--ink); }

        /* 8 charts: SVG from the server, labels in HTML -------------------------------- */
        .spark { fill: none; stroke: var(--ink-3); stroke-width: 1.25; overflow: visible; }
        .spark circle { fill: var(--ink); stroke: none; }
        .spark .gap { stroke-dasharray: 2 2; }
        .tbl .spark { margin-top: 2px; }
        .cov { overflow: visible; }
        .cov .read { fill: light-dark(#5b6977, #76838f); } .cov .na { fill: var(--line); } .cov .frame { fill: none; stroke: var(--edge); }
        .hatch-line { stroke: var(--ink-3); stroke-width: 1.4; }
        .gapband { opacity: .55; }
        .figs { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); border-top: 1px solid var(--rule); margin-bottom: 26px; }
        .fig { padding: 9px var(--inset) 0; }
        .fig + .fig { border-left: 1px solid var(--line); padding-left: 16px; }
        .fig dt { font-size: var(--t-s); }
        .fig .v { display: flex; align-items: flex-end; gap: 12px; margin-top: 2px; }
        .fig .v b { font-size: var(--t-fig); line-height: 1.2; font-weight: 600; letter-spacing: -.02em; }
        .fig .v b a { color: var(--ink); text-decoration: none; }
        .fig .v .spark { margin-bottom: 7px; }
        .fig .d { font-size: var(--t-xs); color: var(--ink-3); }
        .chart { display: grid; grid-template-columns: 30px minmax(0, 1fr) 104px; gap: 0 8px; font-size: var(--t-xs); color: var(--ink-3); padding: 4px var(--inset) 0; }
        .chart .y { display: flex; flex-direction: column; justify-content: space-between; text-align: right; margin: -8px 0; }
        .chart svg { width: 100%; height: 184px; }
        .chart .x { grid-column: 2; display: flex; justify-content: space-between; padding-top: 5px; }
        .chart .keys { display: grid; grid-template-rows: 94fr 34fr 24fr; height: 150px; margin-top: 34px; line-height: 1.3; }
        .chart .keys b { display: block; color: var(--ink); }
        .grid-line { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
        .a-critical { fill: var(--fill-critical); } .a-high { fill: var(--fill-high); } .a-medium { fill: var(--fill-medium); } .a-low { fill: var(--fill-low); }
        .l-critical, .l-high, .l-medium, .l-low { fill: none; stroke-width: 1.5; vector-effect: non-scaling-stroke; }  /* 3:1, the fills alone are paler */
        .l-critical { stroke: var(--critical); } .l-high { stroke: var(--high); } .l-medium { stroke: var(--medium); } .l-low { stroke: var(--low); }
        .bar { display: grid; grid-template-columns: 1fr auto; gap: 1px 10px; padding: 5px 0; font-size: var(--t-s); }
        .bar + .bar { border-top: 1px solid var(--line); }
        .bar .cov { grid-column: 1 / -1; width: 100%; height: 8px; margin: 2px 0 1px; }
        .bar .why { grid-column: 1 / -1; font-size: var(--t-xs); color: var(--ink-3); }
        .key { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: var(--t-xs); color: var(--ink-3); padding-top: 6px; }
        .key span { display: inline-flex; gap: 5px; align-items: center; }
        progress { appearance: none; width: 100%; height: 6px; border: 0; border-radius: 3px; background: var(--line); overflow: hidden; vertical-align: middle; }
        progress::-webkit-progress-bar { background: var(--line); }
        progress::-webkit-progress-value { background: var(--link); }
        progress::-moz-progress-bar { background: var(--link); }

        /* 9 lists and blocks ---------------------------------------------------------- */
        .sec-body > * + form { margin-top: 16px; }
        .facts { display: grid; grid-template-columns: 104px minmax(0, 1fr); font-size: var(--t-s); }
        .facts dt { color: var(--ink-3); padding-right: 12px; } .facts dd { min-width: 0; overflow-wrap: anywhere; }
        .facts > * { padding-block: 4px; border-bottom: 1px solid var(--line); }
        .facts > :nth-last-child(-n+2) { border-bottom: 0; }
        .facts-end { grid-template-columns: minmax(0, 1fr) auto; }
        .facts-end dd { text-align: right; }
        .facts-wide { grid-template-columns: 168px minmax(0, 1fr); }
        .hist { font-size: var(--t-s); }
        .hist li { display: grid; grid-template-columns: 92px minmax(0, 1fr); gap: 8px; padding: 5px 0; border-bottom: 1px solid var(--line); }
        .hist li:last-child { border-bottom: 0; }
        .hist time { color: var(--ink-3); } .hist span { min-width: 0; overflow-wrap: anywhere; }
        .list li { padding: 6px 0; border-bottom: 1px solid var(--line); font-size: var(--t-s); }
        .list li:last-child { border-bottom: 0; }
        .list .st { white-space: normal; }
        .list .hint { display: block; margin: 0; }
        .list .actions { margin-top: 5px; }
        .hint + .actions { margin-top: 8px; }
        .split { display: flex; gap: 12px; justify-content: space-between; align-items: baseline; }
        .split > .st { white-space: nowrap; }
        .numbered { counter-reset: n; font-size: var(--t-m); }
        .numbered > li { counter-increment: n; display: grid; grid-template-columns: 24px minmax(0, 1fr); padding: 4px 0; }
        .numbered > li::before { content: counter(n) "."; color: var(--ink-3); }
        .code { position: relative; margin: 6px 0; background: var(--sunk); border: 1px solid var(--line); border-radius: var(--radius); }
        .code pre { padding: 8px 12px; font-size: var(--t-xs); line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; padding-right: 78px; }
        .code .btn { position: absolute; top: 5px; right: 5px; }
        .flash { position: relative; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; margin: 0 var(--inset) 16px; padding: 8px 12px 8px 38px; border: 1px solid var(--line-2); border-radius: var(--radius); font-size: var(--t-s); background: var(--sunk); }
        .flash p { flex: 1 1 340px; min-width: 0; overflow-wrap: anywhere; }
        .flash > .i { position: absolute; left: 12px; top: 10px; }
        .flash-ok { background: var(--ok-bg); } .flash-ok > .i { color: var(--ok); }
        .flash-warn { background: var(--warn-bg); } .flash-warn > .i { color: var(--medium); }
        .flash-bad { background: var(--danger-bg); } .flash-bad > .i { color: var(--critical); }
        .box { border: 1px solid var(--line-2); border-radius: 6px; background: var(--paper); }
        .box-head { padding: 10px 16px; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; justify-content: space-between; }
        .box-body { padding: 14px 16px; }
        .box-foot { padding: 10px 16px; border-top: 1px solid var(--line); background: var(--sunk); border-radius: 0 0 6px 6px; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
        .box-foot .grow { flex: 1; }
        .preview { background: var(--sunk); padding: 8px 12px; font-size: var(--t-s); margin-bottom: 12px; border-radius: var(--radius); }
        .preview.preview li { padding: 2px 0; border: 0; }
        .steps > li { display: grid; grid-template-columns: 26px minmax(0, 1fr); gap: 0 12px; padding-bottom: 18px; }
        .steps .rail { display: flex; flex-direction: column; align-items: center; gap: 3px; margin-bottom: -16px; }
        .steps > li:not(:last-child) .rail::after { content: ""; flex: 1; width: 1px; background: var(--line-2); }
        .steps .dot { width: 25px; height: 25px; flex: none; border: 1px solid var(--edge); border-radius: 50%; display: grid; place-items: center; font-size: var(--t-xs); font-weight: 600; color: var(--ink-2); background: var(--paper); }
        .steps .done .dot { border-color: var(--ok); color: var(--ok); }
        .steps .now .dot { background: var(--ink); border-color: var(--ink); color: var(--paper); }
        .steps h3 { font-size: var(--t-m); line-height: 25px; margin-bottom: 4px; }
        .steps .tbl tr > :first-child { padding-left: 0; }
        .steps details > summary { padding-block: 5px; }
        .tbl .mono { font-size: var(--t-xs); } .tbl td.main, .tbl th.main { overflow-wrap: anywhere; } .tbl th.main.mono { overflow-wrap: break-word; }
        .empty { border: 1px dashed var(--line-2); border-radius: 6px; padding: 20px 18px; color: var(--ink-2); font-size: var(--t-s); }
        .empty h3 { color: var(--ink); }

        /* 10 screens ------------------------------------------------------------------- */
        .raw { font-family: var(--mono); font-size: var(--t-xs); line-height: 1.75; counter-reset: line; border: 1px solid var(--line-2); border-radius: var(--radius); background: var(--sunk); padding: 6px 0; }
        .raw li { counter-increment: line; display: grid; grid-template-columns: 34px minmax(0, 1fr); gap: 10px; padding: 1px 12px 1px 0; color: var(--ink-3); overflow-wrap: anywhere; }
        .raw li::before { content: counter(line); text-align: right; color: var(--ink-3); }
        .raw .used { color: var(--ink); background: var(--paper); }
        .raw .f { font-weight: 600; }
        mark { background: var(--hl-bg); color: var(--hl-ink); padding: 1px 2px; border-radius: 2px; }
        .ref { display: inline-grid; place-items: center; min-width: 18px; height: 18px; padding: 0 3px; border-radius: 9px; background: var(--ink); color: var(--paper); font: 600 .7858rem/1 var(--sans); vertical-align: 1px; margin: 0 2px; }
        .glyphs { display: flex; flex-wrap: wrap; margin: 8px 0 0; }
        .glyphs li { border: 1px solid var(--line-2); margin: 0 -1px -1px 0; min-width: 38px; text-align: center; padding: 2px 3px 1px; font-size: 1.1429rem; }
        .glyphs small { display: block; font: 400 .7858rem/1.5 var(--mono); color: var(--ink-3); }
        .glyphs .odd { background: var(--hl-bg); color: var(--hl-ink); } .glyphs .odd small { color: inherit; }
        .weight { display: grid; grid-template-columns: 56px auto; gap: 8px; align-items: center; justify-content: end; }
        .weight rect { fill: var(--ink-2); } .weight .bg { fill: var(--line); }
        .disp { display: inline-flex; align-items: center; gap: 6px; font-weight: 650; letter-spacing: .01em; padding: 1px 8px; border: 1px solid currentColor; border-radius: 3px; font-size: var(--t-xs); line-height: 20px; }
        .disp-bad { color: var(--critical); } .disp-warn { color: var(--high); } .disp-susp { color: var(--medium); } .disp-none { color: var(--ink-3); }
        .spf { font-family: var(--mono); font-size: var(--t-s); line-height: 1.9; padding: 8px 12px; background: var(--sunk); border: 1px solid var(--line); border-radius: var(--radius); overflow-wrap: anywhere; }
        .pick a { display: block; padding: 7px var(--inset); border-bottom: 1px solid var(--line); color: var(--ink); font-size: var(--t-s); }
        .pick a:hover { background: var(--hover); text-decoration: none; }
        .pick a[aria-current] { background: light-dark(#eceff2, #23282e); }
        .pick .sub { display: block; color: var(--ink-3); font-size: var(--t-xs); }
        .pick a[aria-current] .sub { color: var(--ink-2); }
        .who { display: flex; align-items: flex-start; gap: 6px; }
        .who .i { color: var(--ink-3); margin-top: 1px; }
        .who .twist .i { margin: 0; color: var(--ink-2); }
        .flash-in { margin-inline: 0; margin-block: 8px 12px; }
        .edit-grid { display: grid; grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); gap: 0 28px; padding-top: 2px; }
        .preview-in { margin: 6px 0; }
        .gap { margin-top: 14px; }
        .cols-mail { grid-template-columns: minmax(0, 1fr) 348px; }
        .step-h { line-height: 25px; font-size: var(--t-m); margin-bottom: 2px; }
        .step-a { margin-top: 8px; }
        .steps-top { padding-top: 10px; max-width: 86ch; }
        .strip { width: 100%; height: auto; }
        .axis { display: flex; justify-content: space-between; font-size: var(--t-xs); color: var(--ink-3); padding: 3px 0 8px; }
        .sec-plain { border-top: 0; }
        .state { font-size: var(--t-xs); color: var(--ink-3); padding: 0 0 6px; }
        .state-gap { padding-top: 18px; }

        /* 11 phone ----------------------------------------------------------------------- */
        @media (max-width: 1400px) {
          .cols-late, .cols-found { grid-template-columns: minmax(0, 1fr); }
          .cols-late > div:last-child { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 28px; }
        }
        @media (max-width: 1340px) {
          :root { --inset: 8px; }
          .cols { column-gap: 22px; }
          .tbl thead th:not(.nowrap) { white-space: normal; }
          .tbl tbody th.mono { overflow-wrap: anywhere; }
          .tbl .main { min-width: 140px; }
        }
        @media (max-width: 1180px) {
          .cols, .cols-2, .cols-left, .cols-mail { grid-template-columns: minmax(0, 1fr); }
          .figs { grid-template-columns: repeat(3, minmax(0, 1fr)); row-gap: 12px; }
          .fig:nth-child(4) { border-left: 0; padding-left: var(--inset); }
        }
        /* beside the side bar a list has no room: it becomes a menu */
        @media (max-width: 1100px) {
          body { grid-template: 48px 1fr auto / minmax(0, 1fr); }
          body::before { display: none; }
          .page, .foot { grid-column: 1; }
          .brand { width: auto; }
          .top .menu-btn { display: inline-flex; min-height: 36px; }
          .side[popover] { display: none; }
          .side[popover]:popover-open { display: block; position: fixed; inset: 0 0 0 auto; width: min(300px, 86vw); height: 100vh; border-width: 0 0 0 1px; border-style: solid; }
          .side :is(a, .btn-link) { min-height: 40px; }
        }
        @media (max-width: 760px) {
          html { font-size: 93.75%; }
          body { grid-template-rows: 52px 1fr auto; }
          .top { padding: 0 12px; }
          .top .search, .top .wide { display: none; }
          .side .search input { min-height: 40px; } .side .search .i { top: 12px; }
          .phone-only { display: block; padding: 0 8px 10px; }
          .side .search { width: 100%; display: block; }
          .bulk { top: 52px; }
          html:has(.bulk:not([hidden])) { scroll-padding-top: 144px; }
          /* over a list it would hide what can be pressed there */
          .page .drop-body { position: static; margin-top: 4px; box-shadow: none; }
          .page { padding: 14px 6px 24px; }
          .foot { padding: 14px 16px 20px; } .foot form { margin-left: 0; }
          .figs { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          .fig .v { flex-wrap: wrap; gap: 0 12px; }
          .st { white-space: normal; }
          .cols-late > div:last-child { grid-template-columns: minmax(0, 1fr); }
          .fig:nth-child(4) { border-left: 1px solid var(--line); padding-left: 16px; }
          .fig:nth-child(odd) { border-left: 0; padding-left: var(--inset); }
          .chart { grid-template-columns: 26px minmax(0, 1fr); }
          .chart .keys { grid-column: 1 / -1; display: flex; gap: 16px; height: auto; margin: 8px 0 0; }
          .chart .keys b { display: inline; margin-right: 4px; }
          .filter .input { flex: 1 1 100%; min-height: 40px; }
          .filter .select { flex: 1 1 40%; min-width: 0; min-height: 40px; }
          .pager .wide { display: none; }
          .btn { min-height: 38px; } .btn-sm { min-height: 32px; }
          .hist li { grid-template-columns: minmax(0, 1fr); gap: 0; }
          .facts, .facts-wide { grid-template-columns: 108px minmax(0, 1fr); }
          .facts-end { grid-template-columns: minmax(0, 1fr) auto; }
        }
        @media (max-width: 900px) {
          /* list tables: each row becomes a block; cells say what they are through data-label */
          .stack thead:not(:has(.ck, a)), .stack thead th:not(.ck):not(:has(a)) { display: none; }
          .stack thead tr:has(a) { align-items: center; }
          .stack thead th:has(a) { display: block; padding: 0; border: 0; } .stack thead th:has(a) a { display: inline-block; min-height: 24px; line-height: 24px; }
          .stack, .stack :is(thead, tbody) { display: block; }
          .stack tr { display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: baseline; padding: 10px var(--inset); border-bottom: 1px solid var(--line); }
          .stack td, .stack tbody th { display: block; padding: 0; border: 0; }
          .stack td.main, .stack th.main { flex: 1 0 100%; order: -1; padding-bottom: 2px; }
          .stack tbody th { flex: 1 0 100%; }
          .stack tfoot { display: block; } .stack tfoot :is(td, th) { border: 0; padding: 0; }
          .stack progress { width: 96px; }
          .stack td.first { order: -2; flex: 1 1 auto; }
          .stack tr:has(> .ck) { position: relative; padding-left: 46px; }
          .stack td.ck { position: absolute; left: 10px; top: 10px; width: auto; }
          .stack th.ck { width: auto; margin-left: -36px; padding: 0; border: 0; }
          .stack th.ck label { display: flex; gap: 12px; align-items: center; } .stack th.ck span { display: inline; }
          .stack td.num .sub { display: inline; margin-left: 5px; }
          .stack .act .btn-quiet { margin-left: -8px; }
          .stack td.num { text-align: left; }
          /* numbers that are compared from row to row stand below each other */
          .sums tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(104px, 1fr)); }
          .sums :is(tbody, tfoot) th, .sums td:not(.num) { grid-column: 1 / -1; }
          .sums td.num::before { display: block; }
          .stack tr.here { box-shadow: inset 3px 0 var(--link); } .stack tr.here > :first-child { box-shadow: none; }
          .ck input { width: 24px; height: 24px; }
          .stack td.off, .stack td:empty { display: none; }
          .stack td[data-label]::before { content: attr(data-label) " "; color: var(--ink-3); font-size: var(--t-xs); }
          .stack td.act { flex: 1 0 100%; text-align: left; padding-top: 6px; }
          .stack tr.detail { display: block; padding-top: 0; } .stack tr.detail > td { padding: 0; }
          .stack tr.open { border-bottom: 0; }
          .edit-grid { grid-template-columns: minmax(0, 1fr); gap: 12px 0; }
          .tbl tr.detail .in { padding-left: 0; }
          .stack .lvl-0 { padding-left: 0; } .stack .lvl-1 { padding-left: 32px; } .stack .lvl-2 { padding-left: 48px; } .stack .lvl-3 { padding-left: 64px; } .stack .lvl-4, .stack .lvl-5 { padding-left: 80px; }
        }

        /* 12 print ------------------------------------------------------------------------- */
        @media print {
          :root, :root[data-theme] { color-scheme: light; }
          @page { margin: 14mm; }
          html { font-size: 10pt; }
          body { display: block; }
          .no-print, .sec-head .select, .top, .side, .side[popover], .foot form, .filter, .bulk, .pager .btn, .actions, .skip, .ck, .act, .btn { display: none; }
          .page { padding: 0; max-width: none; }
          .sec, .tbl tr, .box { break-inside: avoid; }
          .wrap { overflow: visible; }
          a { color: inherit; }
          p a[href^="http"]::after { content: " (" attr(href) ")"; color: var(--ink-3); }
        }

        /* 13 targets: at least 24 px where links stand close to each other (WCAG 2.2, 2.5.8) */
        .crumb a, .sec-head .aside a, .sec-body p.small a { display: inline-block; min-width: 24px; min-height: 24px; line-height: 24px; }
        """#
}
