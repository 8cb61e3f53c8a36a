import { Anchor, Container, Stack, Text, Title } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { t } from "../text";
import { ProblemNote } from "../ui/ProblemNote";

export const NotFound = () => (
  <Container size="xs" py="xl">
    <Stack align="flex-start">
      <Title order={1} size="h3">
        {t.app.notFound}
      </Title>
      <Anchor component={Link} to="/">
        {t.app.home}
      </Anchor>
    </Stack>
  </Container>
);

export const ErrorPage = ({ error, reset }: ErrorComponentProps) => (
  <Container size="xs" py="xl">
    <Text className="visually-hidden">{t.problem.title}</Text>
    <ProblemNote error={error} retry={reset} />
  </Container>
);
