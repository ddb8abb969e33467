/** What the features of a template come to, with the values below: as Helm prints it. */
export const values = `name: web
port: 8080
big: 1000000
half: 0.5
enabled: yes
disabled: off
mode: 0644
none: ""
list: [b, a, b]
numbers: [1, 2, 3]
map: {z: 2, x: one}
deep: {a: {b: {c: end}}}
items:
  - {name: one, port: 1}
  - {name: two, port: 2}
template: "{{ .Values.name }}-tpl"
version: v1.28.3
text: "a b"
limits: {cpu: 100m, memory: 1Gi}
`;

export const features: readonly (readonly [template: string, text: string])[] = [
  // Actions, space and comments.
  ['a {{ .Values.name }} b', 'a web b'],
  ['a {{- .Values.name -}} b', 'awebb'],
  ['a\n  {{- /* nothing */ -}}\n  b', 'ab'],
  ['a {{/* nothing }} */}} b', 'a  b'],
  ['{{ "}}" }} {{ `a\\n` }} {{ "a\\tb" }}', '}} a\\n a\tb'],
  ['{{ 1 }} {{ -2 }} {{ 1.5 }} {{ true }} {{ 0x10 }}', '1 -2 1.5 true 16'],
  [
    '{{ .Values.port }} {{ .Values.big }} {{ .Values.half }} {{ int .Values.big }} {{ .Values.mode }}',
    '8080 1e+06 0.5 1000000 420',
  ],
  ['{{ .Values.list }} {{ .Values.map }} {{ .Values.enabled }}', '[b a b] map[x:one z:2] true'],
  ['{{ $.Values.deep.a.b.c }} {{ (.Values.deep).a.b.c }}', 'end end'],
  // Variables.
  ['{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}', '2'],
  ['{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ end }}{{ $x }}', '1'],
  ['{{ with $d := dict "a" 1 }}{{ $d.a }}{{ .a }}{{ end }}', '11'],
  // Blocks.
  ['{{ if .Values.disabled }}a{{ else if .Values.enabled }}b{{ else }}c{{ end }}', 'b'],
  ['{{ if .Values.none }}a{{ else }}c{{ end }}', 'c'],
  ['{{ if not .Values.disabled }}a{{ end }}', 'a'],
  ['{{ if .Values.gone }}a{{ end }}', ''],
  ['{{ range .Values.list }}{{ . }},{{ end }}', 'b,a,b,'],
  ['{{ range $i, $x := .Values.list }}{{ $i }}{{ $x }} {{ end }}', '0b 1a 2b '],
  ['{{ range $k, $v := .Values.map }}{{ $k }}={{ $v }} {{ end }}', 'x=one z=2 '],
  ['{{ range .Values.gone }}a{{ else }}none{{ end }}', 'none'],
  ['{{ range .Values.items }}{{ .name }}:{{ .port }} {{ $.Values.name }};{{ end }}', 'one:1 web;two:2 web;'],
  ['{{ range .Values.numbers }}{{ if eq (int .) 2 }}{{ continue }}{{ end }}{{ . }}{{ end }}', '13'],
  ['{{ range .Values.numbers }}{{ . }}{{ break }}{{ end }}', '1'],
  ['{{ range until 3 }}{{ . }}{{ end }} {{ range untilStep 2 8 3 }}{{ . }}{{ end }}', '012 25'],
  ['{{ with .Values.deep.a }}{{ .b.c }}{{ else }}none{{ end }}', 'end'],
  ['{{ with .Values.none }}a{{ else with .Values.name }}{{ . }}{{ end }}', 'web'],
  // Templates.
  ['{{ define "f.a" }}<{{ . }}>{{ end }}{{ template "f.a" "x" }}{{ include "f.a" 1 | indent 2 }}', '<x>  <1>'],
  ['{{ block "f.b" .Values }}{{ .name }}{{ end }}', 'web'],
  ['{{ tpl .Values.template . }}', 'web-tpl'],
  ['{{ define "f.c" }}a: 1\nb: [x]{{ end }}{{ (include "f.c" . | fromYaml).b }}', '[x]'],
  // Logic and order.
  ['{{ and 1 0 2 }} {{ or 0 "" "x" "y" }} {{ and .Values.enabled "last" }}', '0 x last'],
  [
    '{{ eq .Values.name "a" "web" }} {{ ne 1 2 }} {{ lt 1 2 }} {{ ge 2 2 }} {{ gt "b" "a" }} {{ le 3 2 }}',
    'true true true true true false',
  ],
  ['{{ default "d" .Values.none }} {{ .Values.name | default "d" }} {{ .Values.gone | default 3 }}', 'd web 3'],
  ['{{ coalesce .Values.none 0 "c" }} {{ ternary "y" "n" (eq 1 1) }} {{ empty .Values.map }}', 'c y false'],
  ['{{ required "needed" .Values.name }} {{ len .Values.list }} {{ len "abc" }} {{ len .Values.map }}', 'web 3 3 2'],
  ['{{ hasKey .Values.map "x" }} {{ has "a" .Values.list }} {{ kindIs "map" .Values.map }}', 'true true true'],
  [
    '{{ kindOf .Values.port }} {{ kindOf 1 }} {{ typeOf .Values.map }} {{ kindOf .Values.list }}',
    'float64 int map[string]interface {} slice',
  ],
  // Texts.
  [
    '{{ .Values.name | quote }} {{ squote 1 }} {{ quote "a\\"b" }} {{ quote .Values.big }}',
    '"web" \'1\' "a\\"b" "1e+06"',
  ],
  [
    '{{ printf "%s-%d %v %q %05d %.2f %t %%" .Values.name 3 .Values.half "q" 42 1.5 true }}',
    'web-3 0.5 "q" 00042 1.50 true %',
  ],
  ['{{ print "a" 1 2 "b" }} {{ println "x" 1 }}', 'a1 2b x 1\n'],
  ['{{ "a\\nb" | nindent 2 }}', '\n  a\n  b'],
  ['{{ trunc 2 "abc" }} {{ trunc -2 "abc" }} {{ substr 1 3 "abcd" }} {{ repeat 2 "ab" }}', 'ab bc bc abab'],
  [
    '{{ trimSuffix "-" "a-" }} {{ trimPrefix "v" "v1" }} {{ trim " a " }}. {{ trimAll "/" "/a/" }} {{ nospace "a b" }}',
    'a 1 a. a ab',
  ],
  [
    '{{ upper "a" }} {{ lower "A" }} {{ title "a b" }} {{ replace " " "-" .Values.text }} {{ camelcase "a_b" }}',
    'A a A B a-b AB',
  ],
  [
    '{{ contains "b" "abc" }} {{ hasPrefix "a" "abc" }} {{ hasSuffix "b" "abc" }} {{ cat "a" 1 }}',
    'true true false a 1',
  ],
  ['{{ b64enc "abc" }} {{ b64dec "YWJj" }} {{ sha256sum "a" | trunc 8 }}', 'YWJj abc ca978112'],
  ['{{ splitList "," "a,b" | last }} {{ (split "/" "a/b")._1 }} {{ join "-" .Values.list }}', 'b b b-a-b'],
  [
    '{{ regexMatch "^v[0-9]+" .Values.version }} {{ regexReplaceAll "[^a-z]+" "a1b2" "-" }} {{ regexFind "[0-9]+" .Values.version }}',
    'true a-b- 1',
  ],
  ['{{ toString 1 | kindOf }} {{ snakecase "FirstName" }} {{ kebabcase "FirstName" }}', 'string first_name first-name'],
  // Numbers.
  [
    '{{ add 1 2 3 }} {{ sub 5 2 }} {{ mul 2 3 }} {{ div 7 2 }} {{ mod 7 2 }} {{ max 1 3 2 }} {{ min 2 1 }} {{ add1 1 }}',
    '6 3 6 3 1 3 1 2',
  ],
  [
    '{{ add .Values.port 1 }} {{ int "12" }} {{ int64 3.9 }} {{ float64 "1.5" }} {{ ceil 1.2 }} {{ floor 1.8 }} {{ round 1.256 2 }}',
    '8081 12 3 1.5 2 1 1.26',
  ],
  // Lists and maps.
  [
    '{{ list 1 "a" }} {{ first .Values.list }} {{ last .Values.list }} {{ rest .Values.list }} {{ initial .Values.list }}',
    '[1 a] b b [a b] [b a]',
  ],
  [
    '{{ sortAlpha .Values.list }} {{ uniq .Values.list }} {{ without .Values.list "b" }} {{ concat (list 1) (list 2) }}',
    '[a b b] [b a] [a] [1 2]',
  ],
  [
    '{{ append (list 1) 2 }} {{ prepend (list 1) 2 }} {{ reverse (list 1 2) }} {{ compact (list 0 1) }} {{ index .Values.list 1 }}',
    '[1 2] [2 1] [2 1] [1] a',
  ],
  [
    '{{ keys .Values.map | sortAlpha }} {{ pick .Values.map "x" }} {{ omit .Values.map "x" }} {{ get .Values.map "x" }}',
    '[x z] map[x:one] map[z:2] one',
  ],
  [
    '{{ $d := dict "a" 1 }}{{ $_ := set $d "b" 2 }}{{ $_ := unset $d "a" }}{{ $d }} {{ pluck "b" $d (dict "b" 3) }}',
    'map[b:2] [2 3]',
  ],
  [
    '{{ merge (dict "a" 1) (dict "a" 2 "b" 3) }} {{ mergeOverwrite (dict "a" 1) (dict "a" 2) }}',
    'map[a:1 b:3] map[a:2]',
  ],
  [
    '{{ dig "a" "b" "none" .Values.deep }} {{ dig "a" "z" "none" .Values.deep }} {{ index .Values.deep "a" "b" "c" }}',
    'map[c:end] none end',
  ],
  ['{{ $d := deepCopy .Values.map }}{{ $_ := set $d "x" 1 }}{{ .Values.map.x }}', 'one'],
  // Other languages.
  ['{{ toYaml .Values.limits }}', 'cpu: 100m\nmemory: 1Gi'],
  [
    '{{ toYaml (dict "l" (list 1 "two" true) "e" (list) "m" (dict) "s" "a: b" "n" nil "t" "true" "v" "1.0") }}',
    'e: []\nl:\n- 1\n- two\n- true\nm: {}\n"n": null\ns: \'a: b\'\nt: "true"\nv: "1.0"',
  ],
  ['{{ toYaml .Values.items }}', '- name: one\n  port: 1\n- name: two\n  port: 2'],
  ['{{ toYaml "a\\nb" }}', '|-\n  a\n  b'],
  [
    '{{ toJson .Values.map }} {{ toJson (list "a" 1 nil) }} {{ (fromJson "{\\"a\\": [1]}").a }}',
    '{"x":"one","z":2} ["a",1,null] [1]',
  ],
  [
    '{{ semverCompare ">=1.19-0" .Values.version }} {{ semverCompare "^1.2" "1.9.0" }} {{ semverCompare "~1.2.0" "1.3.0" }} {{ semverCompare "<1.2 || >=2" "2.1.0" }}',
    'true true false true',
  ],
  [
    '{{ semverCompare "1.2.x" "1.2.9" }} {{ semverCompare ">1.2.0" "1.3.0-alpha" }} {{ semverCompare "1.1 - 1.3" "1.2.0" }}',
    'true false true',
  ],
  // What Helm gives.
  [
    '{{ .Release.Name }} {{ .Release.Service }} {{ .Chart.Name }} {{ .Chart.Version }} {{ .Chart.AppVersion }}',
    'release-name Helm features 0.1.0 1.2',
  ],
  [
    '{{ .Template.BasePath }} {{ .Capabilities.KubeVersion.Minor }} {{ .Capabilities.APIVersions.Has "apps/v1" }}',
    'features/templates 33 true',
  ],
  [
    '{{ .Files.Get "conf/a.txt" }} {{ range $p, $f := .Files.Glob "conf/*" }}{{ $p }}{{ end }} {{ (.Files.Glob "conf/*").AsConfig }}',
    'hello conf/a.txt a.txt: hello',
  ],
  ['{{ lookup "v1" "Secret" "a" "b" }}{{ if lookup "v1" "Secret" "a" "b" }}x{{ end }}', 'map[]'],
  // What is used less often.
  ['{{ abbrev 5 "hello world" }}', 'he...'],
  ['{{ initials "First Try" }}', 'FT'],
  ['{{ swapcase "aB" }}', 'Ab'],
  ['{{ plural "one" "many" 2 }}', 'many'],
  ['{{ wrapWith 5 "-" "hello world" }}', 'hello-world'],
  ['{{ wrap 5 "hello world" }}', 'hello\nworld'],
  ['{{ seq 1 3 }}', '1 2 3'],
  ['{{ seq 5 }}', '1 2 3 4 5'],
  ['{{ seq 0 2 6 }}', '0 2 4 6'],
  ['{{ biggest 1 3 2 }}', '3'],
  ['{{ maxf 1.5 2 }}', '2'],
  ['{{ minf 1.5 2 }}', '1.5'],
  ['{{ clean "/a//b/../c" }}', '/a/c'],
  ['{{ isAbs "/a" }}', 'true'],
  ['{{ b32enc "abc" }}', 'MFRGG==='],
  ['{{ b32dec "MFRGG===" }}', 'abc'],
  ['{{ adler32sum "abc" }}', '38600999'],
  ['{{ toPrettyJson (dict "a" (list 1 2)) }}', '{\n  "a": [\n    1,\n    2\n  ]\n}'],
  ['{{ typeIsLike "string" "a" }}', 'true'],
  ['{{ kindIs "slice" (list) }}', 'true'],
  ['{{ (urlParse "https://u:p@example.com:80/a?b=c#d").host }}', 'example.com:80'],
  ['{{ (urlParse "https://example.com/a").path }}', '/a'],
  ['{{ urlJoin (dict "scheme" "https" "host" "example.com" "path" "/a" "query" "b=c") }}', 'https://example.com/a?b=c'],
  ['{{ fromYamlArray "[a, b]" }}', '[a b]'],
  ['{{ mustRegexMatch "a" "b" }}', 'false'],
  ['{{ mustToJson (list 1) }}', '[1]'],
  ['{{ mustMerge (dict "a" 1) (dict "b" 2) }}', 'map[a:1 b:2]'],
  [
    '{{ regexFindAll "[a-z]+" "a1b2" -1 }} {{ regexSplit "[0-9]" "a1b2c" -1 }} {{ regexReplaceAll "(a)(b)" "ab" "${2}${1}" }} {{ regexReplaceAllLiteral "a" "ab" "$1" }} {{ regexQuoteMeta "a.b" }}',
    '[a b] [a b c] ba $1b a\\.b',
  ],
  ['{{ printf "%v" nil }}', '<nil>'],
  ['{{ printf "%s" (list "a" "b") }}', '[a b]'],
  ['{{ printf "%d" 3 }}', '3'],
  ['{{ printf "%6.2f|%-5s|%5s" 3.14159 "ab" "cd" }}', '  3.14|ab   |   cd'],
  ['{{ printf "%q" "a\\"b" }}', '"a\\"b"'],
  ['{{ printf "%x" "ab" }}', '6162'],
  ['{{ printf "%c" 65 }}', 'A'],
  ['{{ printf "%+d" 5 }}', '+5'],
  ['{{ printf "%o" 8 }}', '10'],
  ['{{ printf "%e" 1.5 }}', '1.500000e+00'],
  ['{{ html "<a>" }}', '&lt;a&gt;'],
  ['{{ urlquery "a b&c" }}', 'a+b%26c'],
  ['{{ slice (list 1 2 3) 1 2 }}', '[2]'],
  ['{{ camelcase "foo-bar_baz" }}', 'FooBarBaz'],
  ['{{ snakecase "HTTPServer" }}', 'http_server'],
  ['{{ kebabcase "fooBar" }}', 'foo-bar'],
  ['{{ title "hello wORLD" }}', 'Hello WORLD'],
  ['{{ untitle "Hello World" }}', 'hello world'],
  ['{{ int64 "0x10" }}', '16'],
  ['{{ divf 3 2 }}', '1.5'],
  ['{{ round 2.5 0 }}', '3'],
  ['{{ has 1 (list 1 2) }}', 'true'],
  ['{{ has 1.0 (list 1 2) }}', 'false'],
  ['{{ uniq (list 1 1.0 "1") }}', '[1 1 1]'],
  ['{{ chunk 2 (list 1 2 3) }}', '[[1 2] [3]]'],
  ['{{ keys (dict "b" 1 "a" 2) | sortAlpha }}', '[a b]'],
  [
    '{{ $a := dict "x" (dict "y" 1) }}{{ $b := dict "x" (dict "z" 2 "y" 9) }}{{ merge $a $b }} {{ mergeOverwrite (dict "x" (dict "y" 1)) $b }}',
    'map[x:map[y:1 z:2]] map[x:map[y:9 z:2]]',
  ],
  ['{{ (semver "1.2.3").Major }}', '1'],
  ['{{ splitList "." "a.b.c" | rest | join "-" }}', 'b-c'],
  ['{{ (splitn "." 2 "a.b.c")._1 }}', 'b.c'],
  ['{{ list "a" "b" | join "," }}', 'a,b'],
  ['{{ join "," (list 1 nil "x") }}', '1,x'],
  ['{{ join "," "a" }}', 'a'],
  ['{{ sortAlpha (list 3 1 "b") }}', '[1 3 b]'],
  ['{{ toStrings (list 1 "a") }}', '[1 a]'],
  ['{{ deepEqual (list 1) (list 1) }}', 'true'],
  ['{{ deepEqual (dict) (dict) }}', 'true'],
  ['{{ range $i, $e := untilStep 0 6 2 }}{{ $i }}{{ $e }} {{ end }}{{ range 3 }}{{ . }}{{ end }}', '00 12 24 012'],
  ['{{ .Capabilities.HelmVersion.Version | hasPrefix "v3" }}', 'true'],
  [
    '{{ .Files.Get "gone.txt" }}|{{ range .Files.Lines "conf/a.txt" }}{{ . }};{{ end }} {{ .Files.AsSecrets }}',
    '|hello; a.txt: aGVsbG8=',
  ],
  ['{{ .Files.GetBytes "conf/a.txt" | printf "%s" }}', 'hello'],
  ['{{ toYaml (list (list 1) (dict "a" (dict)) "x\\ny\\n") }}', '- - 1\n- a: {}\n- |\n  x\n  y'],
];
