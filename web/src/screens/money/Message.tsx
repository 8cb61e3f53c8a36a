import { Button, Checkbox, Group, Select, Stack, Tabs, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Channel, message, writeDown } from "../../api/money";
import type { Customer, Reminder } from "../../api/shapes";
import { useKey } from "../../api/useKey";
import { t } from "../../text";
import { tMoney } from "../../text/money";
import { dial } from "../../ui/format";
import { Section } from "../../ui/Page";
import { Charge, PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShareButton } from "../../ui/ShareButton";
import classes from "../../ui/ui.module.css";

const words = tMoney.customer;
type Kind = keyof typeof words.kinds;
type Tone = keyof typeof words.tones;
type Language = keyof typeof words.languages;

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const isKind = (value: string | null): value is Kind => value !== null && value in words.kinds;
const isTone = (value: string | null): value is Tone => value !== null && value in words.tones;
const isLanguage = (value: string | null): value is Language => value !== null && value in words.languages;

/** A reminder in the chosen tone and language. It is read and sent by a person. */
export function Message({ customer }: { customer: Customer }) {
  const queries = useQueryClient();
  const keys = useKey();
  const [kind, setKind] = useState<Kind>("first_reminder");
  const [tone, setTone] = useState<Tone>("professional_friendly");
  const [language, setLanguage] = useState<Language>(customer.language);
  const [plan, setPlan] = useState(false);
  const request = { customer_id: customer.id, message_type: kind, tone, language, include_payment_plan: plan };
  const write = useMutation({
    mutationFn: () => message(request, keys.of(request)),
    onSuccess: () => {
      keys.spent();
      void queries.invalidateQueries({ queryKey: ["ai"] });
    },
  });
  if (!customer.reminders_allowed) return <Text c="dimmed">{words.noReminders}</Text>;
  return (
    <Section title={words.message} note={words.messageNote}>
      {write.data ? (
        <Ready customer={customer} reminder={write.data} onAgain={() => write.reset()} />
      ) : (
        <Stack>
          <Group align="flex-end">
            <Select
              label={words.kind}
              w={190}
              allowDeselect={false}
              data={options(words.kinds)}
              value={kind}
              onChange={(value) => isKind(value) && setKind(value)}
            />
            <Select
              label={words.tone}
              w={150}
              allowDeselect={false}
              data={options(words.tones)}
              value={tone}
              onChange={(value) => isTone(value) && setTone(value)}
            />
            <Select
              label={words.language}
              w={140}
              allowDeselect={false}
              data={options(words.languages)}
              value={language}
              onChange={(value) => isLanguage(value) && setLanguage(value)}
            />
          </Group>
          <Checkbox label={words.plan} checked={plan} onChange={(event) => setPlan(event.currentTarget.checked)} />
          {write.isError ? <ProblemNote error={write.error} paid /> : null}
          <PriceButton
            feature="collection_message"
            label={words.messageGo}
            loading={write.isPending}
            onClick={() => write.mutate()}
          />
        </Stack>
      )}
    </Section>
  );
}

interface ReadyProps {
  customer: Customer;
  reminder: Reminder;
  onAgain: () => void;
}

function Ready({ customer, reminder, onAgain }: ReadyProps) {
  const { message: said, sms_segments: parts, whatsapp_link: whatsapp } = reminder;
  return (
    <Stack>
      {reminder.notices.map((notice) => (
        <Text key={notice} size="sm">
          {notice}
        </Text>
      ))}
      {said ? <Texts customer={customer} said={said} parts={parts} whatsapp={whatsapp} /> : null}
      <Charge
        used={reminder.credits_used}
        balance={reminder.balance}
        degraded={reminder.degraded}
        cached={reminder.cached}
      />
      <Group>
        <Button variant="default" size="sm" onClick={onAgain}>
          {words.messageAgain}
        </Button>
      </Group>
    </Stack>
  );
}

interface TextsProps {
  customer: Customer;
  said: NonNullable<Reminder["message"]>;
  parts: number;
  whatsapp: string | null;
}

function Texts({ customer, said, parts, whatsapp }: TextsProps) {
  return (
    <Tabs defaultValue="whatsapp" keepMounted={false}>
      <Tabs.List mb="sm">
        <Tabs.Tab value="whatsapp">{words.whatsappText}</Tabs.Tab>
        <Tabs.Tab value="sms">{words.smsText}</Tabs.Tab>
        <Tabs.Tab value="email">{words.emailText}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="whatsapp">
        <Send
          text={said.whatsapp_version}
          href={whatsapp}
          label={words.whatsapp}
          channel="whatsapp"
          customer={customer}
        />
      </Tabs.Panel>
      <Tabs.Panel value="sms">
        <Send
          text={said.sms_version}
          href={
            customer.phone === "" ? null : `sms:${dial(customer.phone)}?body=${encodeURIComponent(said.sms_version)}`
          }
          label={words.sms(parts)}
          channel="sms"
          customer={customer}
        />
      </Tabs.Panel>
      <Tabs.Panel value="email">
        <Text fw={600} size="sm" mb="xs">
          {said.subject}
        </Text>
        <Send
          text={said.body}
          href={
            customer.email === ""
              ? null
              : `mailto:${customer.email}?subject=${encodeURIComponent(said.subject)}&body=${encodeURIComponent(said.body)}`
          }
          label={words.email}
          channel="email"
          customer={customer}
        />
      </Tabs.Panel>
    </Tabs>
  );
}

interface SendProps {
  text: string;
  href: string | null;
  label: string;
  channel: Channel;
  customer: Customer;
}

/** The text as it will be sent, the app that sends it, and a note that it was. */
function Send({ text, href, label, channel, customer }: SendProps) {
  const queries = useQueryClient();
  const note = useMutation({
    mutationFn: () => writeDown({ customer_id: customer.id, channel, outcome: "reached", text }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["money", "notes"] }),
  });
  return (
    <Stack>
      <pre className={classes.pre}>{text}</pre>
      <Group gap="xs">
        {href ? (
          <Button component="a" href={href} target="_blank" rel="noreferrer">
            {label}
          </Button>
        ) : null}
        <ShareButton title={words.message} text={text} label={t.app.copy} />
        {note.isSuccess ? (
          <Text size="sm" role="status">
            {words.noted}
          </Text>
        ) : (
          <Button size="sm" variant="default" loading={note.isPending} onClick={() => note.mutate()}>
            {words.sent}
          </Button>
        )}
      </Group>
      {note.isError ? <ProblemNote error={note.error} /> : null}
    </Stack>
  );
}
