/** The page; everything that changes is put in by its script. */
export const pageHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Unified Messaging console</title>
<link rel="stylesheet" href="/console.css">
<link rel="icon" href="data:,">
<script src="/console.js" defer></script>
</head>
<body>
<header>
<h1>Unified Messaging console</h1>
<p id="service">Connecting to the console…</p>
</header>
<p id="lost" role="alert" hidden></p>
<main hidden>
<section aria-labelledby="start-title">
<h2 id="start-title">Start a call</h2>
<form id="start" aria-labelledby="start-title">
<p><label for="number">Number</label><input id="number" name="number" autocomplete="off" required></p>
<p id="greeting-row"><label for="greeting">Play</label><select id="greeting" name="greeting">
<option value="">an item of the mailbox</option>
<option value="NormalCustom">the greeting for ordinary days</option>
<option value="OofCustom">the greeting for days out of the office</option>
</select></p>
<p id="item-row"><label for="item">Item identifier</label><input id="item" name="item" autocomplete="off" spellcheck="false"></p>
<p><button type="submit">Call</button></p>
</form>
<form id="follow" aria-labelledby="follow-title">
<h3 id="follow-title">Follow a call from elsewhere</h3>
<p><label for="call-id">Call identifier</label><input id="call-id" name="callId" autocomplete="off" spellcheck="false" required></p>
<p><button type="submit">Follow</button></p>
</form>
<p id="problem" role="alert"></p>
</section>
<section aria-labelledby="calls-title">
<h2 id="calls-title">Calls</h2>
<p id="no-calls">No call was started here yet.</p>
<table id="calls" hidden>
<thead><tr><th scope="col">Call</th><th scope="col">State</th><th scope="col"><span class="quiet">Action</span></th></tr></thead>
<tbody></tbody>
</table>
<p id="news" role="status" class="quiet"></p>
</section>
<section aria-labelledby="exchanges-title">
<h2 id="exchanges-title">SOAP</h2>
<p id="no-exchanges">Nothing was sent yet.</p>
<div id="exchanges">
<ol id="exchange-list" aria-label="Exchanges, the last one first"></ol>
<div id="exchange" aria-live="off"></div>
</div>
</section>
</main>
</body>
</html>
`;
