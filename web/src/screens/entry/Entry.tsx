import { Container, Paper, Stack, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { t } from "../../text";

/** The frame of what is seen before the log-in. */
export function Entry({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${t.app.name}`;
  }, [title]);
  return (
    <Container component="main" size={420} py={{ base: "lg", sm: 64 }}>
      <Paper withBorder radius="md" p={{ base: "md", sm: "xl" }}>
        <Stack>
          <Title order={1} size="h3">
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
    </Container>
  );
}
