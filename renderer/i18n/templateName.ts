import type { Text } from '.'

/** What a template is called in the window's language. */
export function templateName(
  text: Text,
  { id, name }: { readonly id: string; readonly name: string },
): string {
  const names: Readonly<Record<string, string>> = text.templateNames
  return names[id] ?? name
}
