extension Asset {
    /// Only adds to pages that work without it: filter on change, the number of what is selected, Copy, shortcuts, closing menus, and live fragments.
    static let script = #"""
        "use strict";
        (() => {
          const all = (selector, root = document) => [...root.querySelectorAll(selector)];
          document.documentElement.classList.add("js");

          // Filters act on change.
          document.addEventListener("change", (event) => {
            const form = event.target.closest("form.filter");
            if (form && event.target.matches("select")) form.requestSubmit();
          });

          // The bulk bar counts what is selected.
          const count = (form) => {
            const chosen = all("td.ck input:checked", form).length;
            const bar = form.querySelector(".bulk");
            if (!bar) return;
            bar.hidden = chosen === 0;
            const words = bar.querySelector("[data-count]");
            if (words) words.textContent = chosen + " selected";
            for (const box of all("td.ck input", form)) box.closest("tr").classList.toggle("sel", box.checked);
          };
          const arm = (root = document) => {
            for (const form of all("form", root)) if (form.querySelector(".bulk")) count(form);
            for (const button of all("button[data-copy]", root)) button.hidden = false;
          };
          document.addEventListener("change", (event) => {
            if (!event.target.matches(".ck input")) return;
            const form = event.target.closest("form");
            if (event.target.closest("th")) for (const box of all("td.ck input", form)) box.checked = event.target.checked;
            count(form);
          });

          // Enter on the box of a row is no decision.
          document.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && event.target.matches(".ck input")) event.preventDefault();
          });

          // Copy.
          document.addEventListener("click", (event) => {
            const button = event.target.closest("button[data-copy]");
            if (!button) return;
            const source = document.getElementById(button.dataset.copy);
            navigator.clipboard.writeText(source.textContent.trim()).then(() => { button.textContent = "Copied"; });
          });

          // Groups open in place.
          document.addEventListener("click", async (event) => {
            const link = event.target.closest("a[data-inplace]");
            const old = link && link.closest("[data-place]");
            if (!old || event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            const answer = await fetch(link.href);
            if (!answer.ok) { location.href = link.href; return; }
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const fresh = page.querySelector(`[data-place="${CSS.escape(old.dataset.place)}"]`);
            if (!fresh) { location.href = link.href; return; }
            // What was ticked stays so. Who stands in several groups is ticked as often as before.
            for (const { value } of all("td.ck input:checked", old)) {
              const box = all("td.ck input:not(:checked)", fresh).find((other) => other.value === value);
              if (box) box.checked = true;
            }
            const name = link.getAttribute("aria-label");
            old.replaceWith(fresh);
            history.replaceState(null, "", link.href);
            arm(fresh);
            const again = all("a[data-inplace]", fresh).find((other) => other.getAttribute("aria-label") === name);
            if (!again) return;
            again.focus();
            again.closest("tr").classList.add("here");
          });

          // Menus close when something else is pressed, or when the keyboard leaves them.
          for (const leaving of ["click", "focusin"]) {
            document.addEventListener(leaving, (event) => {
              for (const menu of all("details.drop[open]")) if (!menu.contains(event.target)) menu.open = false;
            });
          }
          document.addEventListener("keydown", (event) => {
            if (event.key !== "Escape") return;
            for (const menu of all("details.drop[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
          });

          // Shortcuts, unless they are switched off.
          const places = { o: "/", f: "/findings", i: "/integrations", d: "/settings/directories", b: "/protected", m: "/mail" };
          let isGoing = false;
          const rows = () => {
            const picks = all(".pick > li");
            return picks.length ? picks : all("table.tbl tbody tr");
          };
          const move = (step) => {
            const list = rows();
            if (!list.length) return;
            const marked = list.findIndex((row) => row.classList.contains("here"));
            const now = marked >= 0 ? marked : list.findIndex((row) => row.querySelector("[aria-current]"));
            const next = list[Math.max(0, Math.min(list.length - 1, now + step))];
            for (const row of list) row.classList.remove("here");
            next.classList.add("here");
            next.scrollIntoView({ block: "nearest" });
            const link = next.querySelector("a");
            if (link) link.focus();
            else document.activeElement.blur();
          };
          document.addEventListener("keydown", (event) => {
            if (event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.shortcuts === "off") return;
            if (event.target.matches("input, textarea, select")) return;
            if (isGoing) {
              isGoing = false;
              if (places[event.key]) location.href = places[event.key];
              return;
            }
            const here = document.querySelector(".here");
            switch (event.key) {
              case "/": { const field = document.getElementById("q"); if (field) { event.preventDefault(); field.focus(); } break; }
              case "?": location.href = "/profile#shortcuts"; break;
              case "g": isGoing = true; setTimeout(() => { isGoing = false; }, 1500); break;
              case "j": move(1); break;
              case "k": move(-1); break;
              case "x": { const box = here && here.querySelector(".ck input"); if (box) box.click(); break; }
              case "e": { const open = here && here.querySelector("a.open"); if (open) open.click(); break; }
            }
          });

          // Fragments that live: the page is asked for again, and only the marked fragments of it are exchanged. Nothing moves under a pointer
          // or a keyboard: while somebody is at a list, the whole page stays of one moment. Calm fragments hold no rows that could move.
          const refresh = async () => {
            if ([":hover", ":focus-within", " .ck input:checked"].some((state) => document.querySelector("[data-live]:not([data-calm])" + state))) return false;
            const answer = await fetch(document.body.dataset.here, { headers: { "X-Reeve-Live": "1" } });
            if (!answer.ok) return true;
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            for (const old of all("[data-live]")) {
              const fresh = page.querySelector(`[data-live="${CSS.escape(old.dataset.live)}"]`);
              // What only stands until something is there is followed by another page.
              if (!fresh && old.matches("[data-until]")) { location.href = answer.url; return true; }
              if (!fresh) continue;
              const boxes = all("details", fresh);
              all("details", old).forEach((box, place) => { if (boxes[place]) boxes[place].open = box.open; });
              if (fresh.innerHTML === old.innerHTML || old.contains(document.activeElement)) continue;
              old.replaceWith(fresh);
              arm(fresh);
            }
            return true;
          };
          let isWaiting = false;
          const soon = (delay = 300) => {
            if (isWaiting || document.hidden) return;
            isWaiting = true;
            setTimeout(async () => { isWaiting = false; if (!(await refresh())) soon(2000); }, delay);
          };
          if (document.querySelector("[data-live]") && document.body.dataset.csrf) {
            // What changed is read out in one sentence, at most every few seconds; rows that come and go are not.
            const news = document.getElementById("news");
            const untold = [];
            let isTelling = false;
            const tell = () => {
              if (!untold.length) { isTelling = false; return; }
              isTelling = true;
              news.textContent = untold.splice(0).slice(-3).join(" ");
              setTimeout(tell, 5000);
            };
            // While nobody answers, what stands here grows old; the browser itself tries again.
            const words = document.getElementById("stale");
            const born = performance.now();
            const hear = ([kind, text]) => {
              if (kind === "change") soon();
              if (kind === "error" && words) words.hidden = false;
              if (kind === "news") {
                if (!untold.includes(text)) untold.push(text);
                if (!isTelling) tell();
              }
              if (kind !== "open") return;
              // What happened before somebody listened is not told again.
              if (performance.now() - born > 3000 || (words && !words.hidden)) soon();
              if (words) words.hidden = true;
            };
            // A browser keeps six connections to a host: of the pages that are seen one listens and tells the others; the hidden ones let go.
            const channel = new BroadcastChannel("reeve");
            channel.onmessage = (event) => hear(event.data);
            let leave = null;
            const listen = () => {
              const source = new EventSource("/events");
              const pass = (...told) => { hear(told); channel.postMessage(told); };
              for (const kind of ["change", "open", "error"]) source.addEventListener(kind, () => pass(kind));
              source.addEventListener("news", (event) => pass("news", event.data));
              // After an answer that was no stream, as of a proxy while the server starts, a browser does not try again.
              source.addEventListener("error", () => {
                if (source.readyState === EventSource.CLOSED) setTimeout(() => { part(); join(); }, 30000);
              });
              return source;
            };
            const part = () => { if (leave) leave(); leave = null; };
            const join = () => {
              if (document.hidden || leave) return;
              // Locks are there only over HTTPS and on the machine itself.
              if (!navigator.locks) { const source = listen(); leave = () => source.close(); return; }
              const wish = new AbortController();
              leave = () => wish.abort();
              navigator.locks.request("reeve-events", { signal: wish.signal }, () => new Promise((done) => {
                if (wish.signal.aborted) { done(); return; }
                const source = listen();
                leave = () => { source.close(); done(); };
              })).catch(() => {});
            };
            document.addEventListener("visibilitychange", () => {
              if (document.hidden) { part(); return; }
              join();
              soon();
            });
            join();
          }

          // A button that waits for others says so, and is not pressed twice.
          document.addEventListener("submit", (event) => {
            const button = event.submitter;
            if (!button || !button.dataset.busy || event.defaultPrevented) return;
            setTimeout(() => { button.disabled = true; button.setAttribute("aria-busy", "true"); button.textContent = button.dataset.busy; });
          });

          // A file that is too large is refused before the form and what was typed into it are gone.
          document.addEventListener("change", (event) => {
            const field = event.target;
            if (field.type !== "file" || !field.dataset.most) return;
            const isLarge = [...field.files].some((file) => file.size > Number(field.dataset.most));
            field.setCustomValidity(isLarge ? "The file is larger than " + Math.floor(field.dataset.most / 1048576) + " MB." : "");
            if (isLarge) field.reportValidity();
          });

          // What was typed into a form whose session had ended is filled in again after the same person's next sign-in, within an hour, in this
          // tab alone; secrets are never kept.
          const kept = "reeve-typed";
          const who = document.body.dataset.who;
          const here = location.pathname + location.search;
          document.addEventListener("submit", (event) => {
            const form = event.target;
            if (!who || form.method !== "post" || form.querySelector("input[type=password], [data-secret]")) return;
            const fields = [...new FormData(form)].filter(([name, value]) => name !== "csrf" && typeof value === "string");
            const text = JSON.stringify({ who, at: Date.now(), page: here, action: form.getAttribute("action"), fields });
            try { if (text.length < 500000) sessionStorage.setItem(kept, text); } catch { sessionStorage.removeItem(kept); }
          });
          const say = (words, link) => {
            const note = document.createElement("p");
            note.className = "flash flash-warn flash-in";
            note.setAttribute("role", "status");
            note.textContent = words;
            const icon = document.querySelector("#stale svg");
            if (icon) note.prepend(icon.cloneNode(true));
            if (link) { const a = document.createElement("a"); a.className = "btn btn-sm"; a.href = link; a.textContent = "Go back to it"; note.append(" ", a); }
            return note;
          };
          const fill = (form, fields) => {
            const left = [...fields];
            for (const field of all("input, textarea, select", form)) {
              // What the form was made from, so that nobody overwrites unseen what somebody else saved meanwhile.
              if (field.type === "hidden" && field.name === "before") field.value = (fields.find(([name]) => name === "before") || [0, field.value])[1];
              if (!field.name || ["hidden", "file", "password", "submit"].includes(field.type)) continue;
              if (field.type === "checkbox" || field.type === "radio") {
                field.checked = left.some(([name, value]) => name === field.name && value === field.value);
                continue;
              }
              const place = left.findIndex(([name]) => name === field.name);
              if (place >= 0) field.value = left.splice(place, 1)[0][1];
            }
            for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
            for (const box of all("details", form)) box.open = true;
            form.prepend(say("Your session had ended, so nothing was saved. What you typed is here again."));
            form.firstElementChild.scrollIntoView({ block: "center" });
          };
          const typed = JSON.parse(sessionStorage.getItem(kept) || "null");
          if (typed && document.querySelector("[data-lost]")) {
            sessionStorage.setItem(kept, JSON.stringify({ ...typed, isLost: true }));
          } else if (typed && who) {
            const form = all("form").find((other) => other.getAttribute("action") === typed.action);
            if (!typed.isLost || typed.who !== who || Date.now() - typed.at > 3600000) sessionStorage.removeItem(kept);
            else if (typed.page !== here || !form) document.getElementById("main").prepend(say("What you typed before your session ended was not saved.", typed.page));
            else { sessionStorage.removeItem(kept); fill(form, typed.fields); }
          }

          // A session that nobody uses ends; said while there is time to save.
          const ending = document.getElementById("ending");
          const lasts = Number(document.body.dataset.lasts || 0) * 1000;
          if (ending && lasts) {
            const warn = () => setTimeout(() => { ending.hidden = false; }, Math.min(Math.max(lasts - 300000, lasts / 2), 2000000000));
            const stay = ending.querySelector("button");
            if (stay) stay.addEventListener("click", async () => {
              const answer = await fetch(document.body.dataset.here);
              if (answer.ok && !answer.redirected) { ending.hidden = true; warn(); }
            });
            warn();
          }

          arm();
        })();

        """#
}
