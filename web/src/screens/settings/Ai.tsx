import { Button, Group, NumberInput, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { aiSettings } from "../../api/credits";
import { problemOf } from "../../api/problem";
import type { AiSettings, AiSettingsChange } from "../../api/shapes";
import { shop } from "../../api/shop";
import { useMay } from "../../app/rights";
import { tSettings } from "../../text/settings";
import { day } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";

const words = tSettings.ai;

export function Ai() {
  return (
    <StateOf query={useQuery(aiSettings())}>
      {(found) => (
        <>
          <Consent settings={found} />
          {found.consent ? <VoiceConsent settings={found} /> : null}
          <Alerts settings={found} />
        </>
      )}
    </StateOf>
  );
}

function useChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AiSettingsChange) => shop().call("updateAiSettings", { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["ai"] }),
  });
}

/** The text that is agreed to, who agreed, and the way back. */
function Consent({ settings: { consent, consent_by, consent_at, consent_text, trial } }: { settings: AiSettings }) {
  const may = useMay();
  const change = useChange();
  return (
    <Section title={words.consent} note={consent ? words.agreed(consent_by ?? "", day(consent_at)) : words.notAgreed}>
      <Text>{consent_text.text}</Text>
      {words.trial[trial] === "" ? null : <Text c="dimmed">{words.trial[trial]}</Text>}
      {may("settings.business") ? (
        <Group>
          <Button
            variant={consent ? "default" : "filled"}
            loading={change.isPending}
            onClick={() => change.mutate({ consent: !consent })}
          >
            {consent ? words.withdraw : words.agree}
          </Button>
        </Group>
      ) : (
        <Text c="dimmed">{words.ownerOnly}</Text>
      )}
      {change.isError ? <ProblemNote error={change.error} /> : null}
    </Section>
  );
}

/** Questions by voice have a consent of their own. */
function VoiceConsent({ settings: { voice, voice_text } }: { settings: AiSettings }) {
  const may = useMay();
  const change = useChange();
  return (
    <Section title={words.voice} note={voice ? words.voiceOn : words.voiceOff}>
      <Text>{voice_text.text}</Text>
      {may("settings.business") ? (
        <Group>
          <Button
            variant={voice ? "default" : "filled"}
            loading={change.isPending}
            onClick={() => change.mutate({ voice: !voice })}
          >
            {voice ? words.withdrawVoice : words.agreeVoice}
          </Button>
        </Group>
      ) : (
        <Text c="dimmed">{words.ownerOnly}</Text>
      )}
      {change.isError ? <ProblemNote error={change.error} /> : null}
    </Section>
  );
}

function Alerts({ settings }: { settings: AiSettings }) {
  const may = useMay();
  const change = useChange();
  const { email = false, sms = false, email_to = "", phone = "" } = settings.notification_channels;
  const form = useForm<{ threshold: number | string; email: boolean; sms: boolean; email_to: string; phone: string }>({
    initialValues: { threshold: settings.low_balance_threshold, email, sms, email_to, phone },
  });
  if (!may("settings.business")) return null;
  return (
    <Section title={words.alerts}>
      <form
        onSubmit={form.onSubmit(({ threshold, ...channels }) =>
          change.mutate(
            { low_balance_threshold: String(threshold), notification_channels: channels },
            { onError: (error) => form.setErrors(problemOf(error).fields) },
          ),
        )}
      >
        <Stack>
          <NumberInput label={words.threshold} min={0} hideControls maw={320} {...form.getInputProps("threshold")} />
          <Switch label={words.email} {...form.getInputProps("email", { type: "checkbox" })} />
          {form.values.email ? (
            <TextInput label={words.emailTo} type="email" maw={320} {...form.getInputProps("email_to")} />
          ) : null}
          <Switch label={words.sms} {...form.getInputProps("sms", { type: "checkbox" })} />
          {form.values.sms ? (
            <TextInput label={words.phone} type="tel" maw={320} {...form.getInputProps("phone")} />
          ) : null}
          <Group>
            <Button type="submit" loading={change.isPending}>
              {words.save}
            </Button>
            {change.isSuccess ? <Text role="status">{words.saved}</Text> : null}
          </Group>
          {change.isError ? <ProblemNote error={change.error} /> : null}
        </Stack>
      </form>
    </Section>
  );
}
