{{- /* The prefix of all names: parley, or <release>-parley. Services are DNS labels, so releases have at most 30 characters. */}}
{{- define "parley.prefix" -}}
{{- if gt (len .Release.Name) 30 }}{{ fail "the release's name has more than 30 characters" }}{{ end -}}
{{- eq .Release.Name "parley" | ternary "parley" (printf "%s-parley" .Release.Name) -}}
{{- end }}

{{- define "parley.secret" -}}
{{- .Values.secrets.name | default (printf "%s-env" (include "parley.prefix" .)) -}}
{{- end }}

{{- define "parley.image" -}}
{{- $image := (and .root.Values.single (eq .application "gateway")) | ternary "together" .application -}}
{{- printf "%s/%s:%s" .root.Values.image.registry $image (.root.Values.image.tag | default .root.Chart.AppVersion) -}}
{{- end }}

{{- /* The password of an application's user, as deploy/make-env.sh names it. */}}
{{- define "parley.password" -}}
{{- printf "%s_PASSWORD" (. | upper | replace "-" "_") -}}
{{- end }}

{{- define "parley.commonLabels" -}}
app.kubernetes.io/part-of: parley
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version | replace "+" "_" }}
{{- end }}

{{- /* Selectors cannot be changed by an upgrade, so they contain no version. */}}
{{- define "parley.selector" -}}
app.kubernetes.io/name: {{ .application }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .role }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end }}

{{- define "parley.labels" -}}
{{ include "parley.selector" . }}
{{ include "parley.commonLabels" .root }}
{{- end }}

{{- /* The applications that have processes: all; or with `single` the web client, and the gateway with all others in it. */}}
{{- define "parley.applications" -}}
{{- if .Values.single -}}
{{- $settings := list -}}
{{- $secrets := list -}}
{{- range $application, $own := omit .Values.applications "web" "config-server" -}}
{{- $settings = concat $settings ($own.settings | default list) -}}
{{- $secrets = concat $secrets ($own.secrets | default list) (list (include "parley.password" $application)) -}}
{{- end -}}
{{- $all := dict "calls" (list "web") "callsSocketsOf" "" "uses" (list "mongodb" "rabbitmq" "redis") "settings" (uniq $settings) "secrets" (uniq $secrets) "outside" true "data" "/data" "smtp" (index .Values.applications "webhook-service").smtp -}}
{{- $together := mergeOverwrite (deepCopy .Values.applications.gateway) $all (deepCopy .Values.together) -}}
{{- toJson (dict "gateway" $together "web" .Values.applications.web) -}}
{{- else -}}
{{- toJson .Values.applications -}}
{{- end -}}
{{- end }}

{{- /* All processes: a list of {name, application, role, kind, spec}, where spec is an entry of applications with its defaults. */}}
{{- define "parley.processes" -}}
{{- $prefix := include "parley.prefix" . -}}
{{- $processes := list -}}
{{- range $application, $own := include "parley.applications" . | fromJson -}}
{{- $spec := mergeOverwrite (deepCopy $.Values.defaults) (deepCopy $own) -}}
{{- $name := printf "%s-%s" $prefix $application -}}
{{- $processes = append $processes (dict "name" $name "application" $application "role" "api" "kind" (empty $spec.sockets | ternary "Deployment" "StatefulSet") "spec" $spec) -}}
{{- with $spec.worker -}}
{{- $worker := mergeOverwrite (omit (deepCopy $spec) "worker" "public" "sockets" "smtp") (deepCopy .) (dict "isWorker" true) -}}
{{- $processes = append $processes (dict "name" (printf "%s-worker" $name) "application" $application "role" "worker" "kind" "Deployment" "spec" $worker) -}}
{{- end -}}
{{- end -}}
{{- toJson $processes -}}
{{- end }}

{{- /* With `single` the services beside the gateway in its process, and their ports: a map. */}}
{{- define "parley.hosted" -}}
{{- $ports := dict -}}
{{- if .Values.single -}}
{{- $others := append (splitList "," (.Values.together.env.PARLEY_APART | default "")) "gateway" -}}
{{- range (.Files.Get "files/together/host.yml" | fromYaml).services -}}
{{- if not (has .name $others) }}{{ $_ := set $ports .name .environment.PORT }}{{ end -}}
{{- end -}}
{{- end -}}
{{- toJson $ports -}}
{{- end }}

{{- define "parley.server.hosts" -}}
{{- $prefix := include "parley.prefix" .root -}}
{{- $server := index .root.Values .server -}}
{{- if not $server.create -}}
{{- required (printf "%s.hosts is needed without %s.create" .server .server) $server.hosts -}}
{{- else if eq .server "mongodb" -}}
{{- $prefix }}-mongodb-svc:27017
{{- else -}}
{{- printf "%s-%s:%v" $prefix .server $server.port -}}
{{- end -}}
{{- end }}

{{- define "parley.mongodb.options" -}}
{{- .Values.mongodb.create | ternary (printf "replicaSet=%s-mongodb" (include "parley.prefix" .)) .Values.mongodb.options -}}
{{- end }}

{{- define "parley.rabbitmq.management" -}}
{{- if .Values.rabbitmq.create -}}
http://{{ include "parley.prefix" . }}-rabbitmq.{{ .Release.Namespace }}:15672
{{- else -}}
{{- required "rabbitmq.management is needed for KEDA" .Values.rabbitmq.management -}}
{{- end -}}
{{- end }}

{{- define "parley.secretVariable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ include "parley.secret" .root }}
      key: {{ .name }}
      {{- if has .name .root.Values.secrets.optional }}
      optional: true
      {{- end }}
{{- end }}

{{- /* Whether an application can send traces: all Spring applications but the config server. */}}
{{- define "parley.traced" -}}
{{- if and .spring .calls }}true{{ end -}}
{{- end }}

{{- /* The variables of a process. Kubernetes replaces $(NAME) by a variable that stands before. */}}
{{- define "parley.environment" -}}
{{- $root := .root -}}
{{- $spec := .process.spec -}}
{{- $application := .process.application -}}
{{- $prefix := include "parley.prefix" $root -}}
{{- $secrets := $spec.secrets -}}
{{- range $spec.calls }}{{ with (index $root.Values.applications .).password }}{{ $secrets = append $secrets . }}{{ end }}{{ end -}}
{{- $together := and $root.Values.single $spec.uses -}}
{{- if $spec.uses }}{{ $secrets = append $secrets (include "parley.password" $application) }}{{ end }}
{{- range $secrets | uniq }}
{{ include "parley.secretVariable" (dict "root" $root "name" .) }}
{{- end }}
{{- if $spec.spring }}
- name: SPRING_PROFILES_ACTIVE
  value: production{{ if $root.Values.tls.authoritySecret }},tls{{ end }}
{{- if $root.Values.tls.authoritySecret }}
- name: PARLEY_SERVERS_CA
  value: file:/run/secrets/servers/ca.crt
{{- end }}
{{- end }}
{{- if $spec.calls }}
- name: PARLEY_PUBLIC_URL
  value: {{ $root.Values.publicUrl | quote }}
{{- end }}
{{- if include "parley.traced" $spec }}
- name: PARLEY_TRACES_URI
  value: {{ $root.Values.traces.uri | quote }}
- name: PARLEY_TRACES_SAMPLED
  value: {{ $root.Values.traces.sampled | quote }}
{{- end }}
{{- if or $spec.worker $spec.isWorker }}
- name: PARLEY_ROLE
  value: {{ .process.role }}
{{- end }}
{{- range $called := $spec.calls }}
{{- $callee := mergeOverwrite (deepCopy $root.Values.defaults) (deepCopy (index $root.Values.applications $called)) }}
- name: {{ $callee.address }}
  value: http://{{ $prefix }}-{{ $called }}:{{ $callee.port }}
{{- end }}
{{- with $spec.callsSocketsOf }}
{{- $callee := mergeOverwrite (deepCopy $root.Values.defaults) (deepCopy (index $root.Values.applications .)) }}
{{- $instances := list }}
{{- range $number := until (int $callee.replicas.max) }}
{{- $instances = append $instances (printf "http://%s-%s-%d.%s-%s-sockets:%v" $prefix $spec.callsSocketsOf $number $prefix $spec.callsSocketsOf $callee.sockets.port) }}
{{- end }}
- name: {{ $callee.sockets.address }}
  value: {{ first $instances }}
- name: {{ $callee.sockets.others }}
  value: {{ rest $instances | join "," | quote }}
{{- end }}
{{- if $together }}
- name: PARLEY_MONGODB_HOSTS
  value: {{ include "parley.server.hosts" (dict "root" $root "server" "mongodb") }}
- name: PARLEY_MONGODB_OPTIONS
  value: {{ include "parley.mongodb.options" $root }}
- name: PARLEY_AMQP_SCHEME
  value: {{ $root.Values.rabbitmq.scheme }}
- name: PARLEY_AMQP_HOSTS
  value: {{ include "parley.server.hosts" (dict "root" $root "server" "rabbitmq") }}
- name: PARLEY_REDIS_SCHEME
  value: {{ $root.Values.redis.scheme }}
- name: PARLEY_REDIS_HOSTS
  value: {{ include "parley.server.hosts" (dict "root" $root "server" "redis") }}
{{- else }}
{{- $user := printf "%s:$(%s)" $application (include "parley.password" $application) }}
{{- range $server := $spec.uses }}
{{- $hosts := include "parley.server.hosts" (dict "root" $root "server" $server) }}
{{- if eq $server "mongodb" }}
- name: PARLEY_MONGODB_URI
  value: mongodb://{{ $user }}@{{ $hosts }}/{{ $application }}?{{ include "parley.mongodb.options" $root }}
{{- else if eq $server "rabbitmq" }}
- name: PARLEY_AMQP_URI
  value: {{ $root.Values.rabbitmq.scheme }}://{{ $user }}@{{ $hosts }}/parley
{{- else if eq $server "redis" }}
- name: PARLEY_REDIS_URI
  value: {{ $root.Values.redis.scheme }}://{{ $user }}@{{ $hosts }}
{{- end }}
{{- end }}
{{- end }}
{{- range $spec.settings }}
- name: {{ . }}
  value: {{ index $root.Values.settings . | quote }}
{{- end }}
{{- range $name, $value := $spec.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "parley.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- /* Network policies: the pods of an application in any role. */}}
{{- define "parley.podsOf" -}}
- podSelector:
    matchLabels:
      {{- include "parley.selector" . | nindent 6 }}
{{- end }}

{{- /* The pods of a created server, or the networks of a foreign one. */}}
{{- define "parley.serverPeers" -}}
{{- $server := index .root.Values .server -}}
{{- if $server.create -}}
- podSelector:
    matchLabels:
      {{- include "parley.serverSelector" . | nindent 6 }}
{{- else -}}
{{- range $server.cidrs }}
- ipBlock: {cidr: {{ . }}}
{{- end }}
{{- end -}}
{{- end }}

{{- /* The labels that each operator gives its pods. */}}
{{- define "parley.serverSelector" -}}
{{- $prefix := include "parley.prefix" .root -}}
{{- if eq .server "mongodb" -}}
app: {{ $prefix }}-mongodb-svc
{{- else if eq .server "rabbitmq" -}}
app.kubernetes.io/name: {{ $prefix }}-rabbitmq
{{- else -}}
app.kubernetes.io/name: redis
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}
{{- end }}
