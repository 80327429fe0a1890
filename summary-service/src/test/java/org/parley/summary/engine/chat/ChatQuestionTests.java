package org.parley.summary.engine.chat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ChatQuestionTests {

	@Test
	void costsOfLatinTextAreAtMostATokenForTwoCharacters() {
		assertThat(addedBy("Tomatoes on the balcony ".repeat(100))).isEqualTo(1_200);
		assertThat(addedBy("Grüße aus Österreich ".repeat(100))).isEqualTo(1_050);
	}

	@Test
	void costsOfOtherScriptsAreATokenForEachCharacter() {
		assertThat(addedBy("ベランダのトマト".repeat(100))).isEqualTo(800);
		assertThat(addedBy("طماطم".repeat(100))).isEqualTo(500);
	}

	private static long addedBy(String text) {
		var request = JsonMapper.shared().createObjectNode().put("text", "");
		var without = ChatQuestion.maxCost(request);
		return ChatQuestion.maxCost(request.put("text", text)) - without;
	}

}
