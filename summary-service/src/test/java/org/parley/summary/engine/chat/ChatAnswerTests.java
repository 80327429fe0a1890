package org.parley.summary.engine.chat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.summary.engine.SummarySentence;
import org.parley.summary.engine.chat.ChatAnswer.ChatAnswerInvalidException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChatAnswerTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void validAnswerIsParsed() {
		assertThat(
				read("""
						{"sentences": [{"text": " Stupice ripens. ", "posts": [2, 1, 2]}, {"text": "Open: peppers.", "posts": [3]}]}"""))
			.containsExactly(new SummarySentence("Stupice ripens.", List.of(1, 2)),
					new SummarySentence("Open: peppers.", List.of(3)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Sure! Here is your summary.", "null", "[]", "{}", "{\"sentences\": []}",
			"{\"sentences\": \"all\"}", "{\"sentences\": [\"text\"]}",
			"{\"sentences\": [{\"text\": \"a\", \"posts\": [1]}], \"more\": 1}",
			"{\"sentences\": [{\"text\": \"a\", \"posts\": [1], \"tool\": \"x\"}]}",
			"{\"sentences\": [{\"text\": \"a\", \"posts\": []}]}",
			"{\"sentences\": [{\"text\": \"a\", \"posts\": [4]}]}",
			"{\"sentences\": [{\"text\": \"a\", \"posts\": [0]}]}",
			"{\"sentences\": [{\"text\": \"a\", \"posts\": [1.5]}]}",
			"{\"sentences\": [{\"text\": \"a\", \"posts\": [\"1\"]}]}",
			"{\"sentences\": [{\"text\": \"a\", \"posts\": 1}]}",
			"{\"sentences\": [{\"text\": \" \", \"posts\": [1]}]}", "{\"sentences\": [{\"text\": 1, \"posts\": [1]}]}",
			"{\"sentences\": [{\"text\": \"see http://evil.example\", \"posts\": [1]}]}",
			"{\"sentences\": [{\"text\": \"see WWW.evil.example\", \"posts\": [1]}]}",
			"{\"sentences\": [{\"text\": \"<b>a</b>\", \"posts\": [1]}]}",
			"{\"sentences\": [{\"text\": \"two\\nlines\", \"posts\": [1]}]}",
			"{\"sentences\": [{\"text\": \"a\", \"posts\": [1]}" })
	void malformedAnswerIsInvalid(String content) {
		assertThatExceptionOfType(ChatAnswerInvalidException.class).isThrownBy(() -> read(content));
	}

	@Test
	void oversizedAnswerIsInvalid() {
		var sentence = "{\"text\": \"a\", \"posts\": [1]}";
		assertThat(read("{\"sentences\": [%s, %s, %s]}".formatted(sentence, sentence, sentence))).hasSize(3);
		assertThatExceptionOfType(ChatAnswerInvalidException.class).isThrownBy(
				() -> read("{\"sentences\": [%s, %s, %s, %s]}".formatted(sentence, sentence, sentence, sentence)));
		assertThatExceptionOfType(ChatAnswerInvalidException.class)
			.isThrownBy(() -> read("{\"sentences\": [{\"text\": \"%s\", \"posts\": [1]}]}".formatted("a".repeat(401))));
	}

	private static List<SummarySentence> read(String content) {
		return ChatAnswer.parse(content, Set.of(1, 2, 3), 3, JSON);
	}

}
