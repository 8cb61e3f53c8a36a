import { Container, Stack, Text, Title } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { t } from "../text";
import { TextLink } from "../ui/links";
import { ProblemNote } from "../ui/ProblemNote";

export const NotFound = () => (
  <Container size="xs" py="xl">
    <Stack align="flex-start">
      <Title order={1} size="h3">
        {t.app.notFound}
      </Title>
      <TextLink to="/">{t.app.home}</TextLink>
    </Stack>
  </Container>
);

export const ErrorPage = ({ error, reset }: ErrorComponentProps) => (
  <Container size="xs" py="xl">
    <Text className="visually-hidden">{t.problem.title}</Text>
    <ProblemNote error={error} retry={reset} />
  </Container>
);
