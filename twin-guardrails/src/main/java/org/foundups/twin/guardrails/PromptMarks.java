package org.foundups.twin.guardrails;

import java.util.List;

/// Marks by which prompts are held together; no viewer writes them by chance.
final class PromptMarks {
    private record Mark(String text, double weight) {}

    private static final List<Mark> MARKS =
            List.of(
                    new Mark("<|im_start|>", 0.97),
                    new Mark("<|im_end|>", 0.97),
                    new Mark("<|endoftext|>", 0.97),
                    new Mark("<|eot_id|>", 0.97),
                    new Mark("<|start_header_id|>", 0.97),
                    new Mark("<|system|>", 0.97),
                    new Mark("<|user|>", 0.95),
                    new Mark("<|assistant|>", 0.97),
                    new Mark("<start_of_turn>", 0.97),
                    new Mark("<end_of_turn>", 0.97),
                    new Mark("[inst]", 0.95),
                    new Mark("[/inst]", 0.95),
                    new Mark("<<sys>>", 0.97),
                    new Mark("<system>", 0.92),
                    new Mark("</system>", 0.92),
                    new Mark("[system]", 0.9),
                    new Mark("[/system]", 0.9),
                    new Mark("<assistant>", 0.9),
                    new Mark("</comment>", 0.9),
                    new Mark("</untrusted", 0.92),
                    new Mark("</user_input>", 0.92),
                    new Mark("</instructions>", 0.9),
                    new Mark("### instruction", 0.92),
                    new Mark("### system", 0.92),
                    new Mark("### response", 0.9),
                    new Mark("\"role\":", 0.9),
                    new Mark("\"role\" :", 0.9),
                    new Mark("\"tool_calls\"", 0.92),
                    new Mark("\"function_call\"", 0.92),
                    new Mark("<tool_call>", 0.92),
                    new Mark("```system", 0.9));

    /// Names of roles that open a line and are followed by a colon.
    private static final List<String> ROLES =
            List.of("system:", "assistant:", "developer:", "system message:", "system prompt:");

    private PromptMarks() {}

    static Sign look(Reading reading) {
        var sign = Sign.NONE;
        var text = reading.folded();
        for (var mark : MARKS) {
            int at = text.indexOf(mark.text());
            if (at >= 0) sign = sign.or(sign(reading, mark.weight(), at, mark.text().length()));
        }
        for (var role : ROLES) {
            int at = text.indexOf(role);
            if (at >= 0 && opensLine(text, at)) {
                sign = sign.or(sign(reading, 0.85, at, role.length()));
            }
        }
        return sign;
    }

    private static boolean opensLine(String text, int at) {
        int before = at - 1;
        while (before >= 0 && " \"'*#>-[".indexOf(text.charAt(before)) >= 0) before--;
        return before < 0 || text.charAt(before) == '\n';
    }

    private static Sign sign(Reading reading, double weight, int at, int length) {
        return new Sign(
                weight, "The text imitates the frame of a prompt.", reading.span(at, at + length));
    }
}
