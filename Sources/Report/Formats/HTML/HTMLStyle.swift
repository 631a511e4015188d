extension HTMLTemplates {
    /// The dashboard's colours and type, reduced to what one page needs; both themes by `prefers-color-scheme`, paper in light.
    static let style = """
        :root { color-scheme: light dark;
          --paper: light-dark(#ffffff, #15181c); --sunk: light-dark(#f4f5f7, #0f1215);
          --ink: light-dark(#14181d, #e6e9ed); --ink-2: light-dark(#414953, #b4bbc4); --ink-3: light-dark(#5b6470, #929ba6);
          --line: light-dark(#e2e5e9, #282d33); --line-2: light-dark(#c3c9d0, #3b424a); --rule: light-dark(#2a3038, #6d7681);
          --link: light-dark(#17509c, #86b4f0); --critical: light-dark(#a3121a, #ff827b); --high: light-dark(#a8470a, #f2a05e);
          --medium: light-dark(#775700, #dcbb5a); --low: light-dark(#4f5c6a, #9fadbc);
          --sans: Inter, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        *, *::before, *::after { box-sizing: border-box; }
        html { font: 400 87.5%/1.45 var(--sans); -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); font-variant-numeric: tabular-nums; }
        h1, h2, p, ol, dl, dd { margin: 0; padding: 0; }
        h1 { font-size: 1.4286rem; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; }
        h2 { font-size: 1.0714rem; line-height: 1.35; font-weight: 650; }
        a { color: var(--link); text-decoration: none; }
        a:hover, .refs a { text-decoration: underline; text-underline-offset: 2px; text-decoration-thickness: 1px; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
        code { font-family: var(--mono); font-size: .92em; font-variant-ligatures: none; }
        svg { display: block; flex: none; }
        .top { display: flex; align-items: center; gap: 9px; height: 48px; padding: 0 26px; border-bottom: 1px solid var(--line-2); font-size: 1.0714rem; }
        .top svg { fill: currentColor; }
        .top b { font-weight: 700; letter-spacing: -.01em; }
        main { padding: 18px 16px 12px; max-width: 1240px; margin: 0 auto; }
        .head { padding: 0 10px 14px; }
        .meta { display: flex; flex-wrap: wrap; gap: 3px 18px; margin-top: 5px; color: var(--ink-2); font-size: .9286rem; }
        .lead { font-size: 1.1429rem; line-height: 1.5; padding: 0 10px 16px; max-width: 86ch; color: var(--ink-2); }
        .lead b { color: var(--ink); font-weight: 600; }
        .figs { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); border-top: 1px solid var(--rule); margin-bottom: 24px; }
        .fig { padding: 9px 10px 0; }
        .fig + .fig { border-left: 1px solid var(--line); padding-left: 16px; }
        .fig dt { font-size: .9286rem; }
        .fig dd b { font-size: 1.7143rem; line-height: 1.2; font-weight: 600; letter-spacing: -.02em; margin-right: 6px; }
        .note { color: var(--ink-3); font-size: .8572rem; }
        .sec { border-top: 1px solid var(--rule); margin-bottom: 26px; min-width: 0; }
        .sec-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 12px; padding: 9px 10px 7px; }
        .guide { padding: 0 10px 8px; max-width: 86ch; color: var(--ink-2); }
        .guide ol { padding-left: 22px; margin: 7px 0; color: var(--ink); }
        .guide li { padding: 1px 0; } .guide li::marker { color: var(--ink-3); }
        .refs { font-size: .8572rem; overflow-wrap: anywhere; }
        .notes { padding: 0 10px; margin: -14px 0 26px; color: var(--ink-2); font-size: .9286rem; max-width: 86ch; }
        .notes + .notes { margin-top: -22px; }
        .tbl { width: 100%; border-collapse: collapse; font-size: .9286rem; }
        .tbl th { text-align: left; font-size: .8572rem; font-weight: 600; color: var(--ink-2); padding: 5px 10px; border-bottom: 1px solid var(--line-2); vertical-align: bottom; }
        .tbl tbody th { font-size: inherit; font-weight: 550; color: var(--ink); border-bottom-color: var(--line); vertical-align: top; padding-block: 7px; overflow-wrap: anywhere; }
        .tbl td { padding: 7px 10px; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
        .tbl th.num, .tbl td.num { text-align: right; white-space: nowrap; }
        .tbl .sub { display: block; color: var(--ink-3); font-size: .8572rem; font-weight: 400; }
        .cov tbody th::first-letter { text-transform: uppercase; }
        .tbl .why { display: block; color: var(--ink-2); }
        .inst { table-layout: fixed; }
        .inst th:nth-child(1) { width: 104px; } .inst th:nth-child(2) { width: 30%; } .inst th:nth-child(4) { width: 112px; }
        .sev { display: inline-flex; align-items: center; gap: 7px; white-space: nowrap; font-weight: 550; }
        .sev span::first-letter { text-transform: uppercase; }
        .sev span { display: inline-block; }
        .sev .on { fill: currentColor; } .sev .off { fill: var(--line-2); }
        .sev-critical { color: var(--critical); } .sev-high { color: var(--high); } .sev-medium { color: var(--medium); } .sev-low { color: var(--low); }
        .unknown { display: inline-flex; align-items: center; gap: 5px; color: var(--ink-3); white-space: nowrap; }
        .i { width: 15px; height: 15px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
        .ev { margin-top: 3px; font-size: .8572rem; color: var(--ink-2); }
        .ev div { display: grid; grid-template-columns: 132px minmax(0, 1fr); gap: 0 10px; }
        .ev dt { color: var(--ink-3); } .ev bdi { display: block; }
        .foot { padding: 10px 26px 20px; max-width: 1240px; margin: 0 auto; color: var(--ink-3); font-size: .8572rem; display: flex; gap: 6px 18px; flex-wrap: wrap; }
        @media screen and (max-width: 760px) {
          .top { padding: 0 16px; } main { padding: 14px 6px; } .wide { display: none; }
          .figs { grid-template-columns: repeat(2, minmax(0, 1fr)); row-gap: 10px; }
          .fig:nth-child(odd) { border-left: 0; padding-left: 10px; }
          .inst thead { display: none; } .inst, .inst tbody { display: block; }
          .inst tr { display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: baseline; padding: 10px; border-bottom: 1px solid var(--line); }
          .inst td, .inst tbody th { display: block; padding: 0; border: 0; width: auto; }
          .inst tbody th, .inst td:nth-child(3) { flex: 1 0 100%; }
          .inst td.num { text-align: left; }
          .ev div { grid-template-columns: 108px minmax(0, 1fr); }
          .foot { padding: 10px 16px 20px; }
        }
        @media print {
          :root { color-scheme: light; }
          @page { margin: 14mm; }
          html { font-size: 9pt; }
          main { padding: 0; max-width: none; }
          .top { padding: 0 10px; height: 32px; }
          .sec-head, .guide { break-after: avoid; } .tbl tr, .fig { break-inside: avoid; }
          thead { display: table-header-group; }
          a { color: inherit; }
        }
        """
}
