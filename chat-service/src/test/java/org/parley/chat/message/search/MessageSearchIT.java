package org.parley.chat.message.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.chat.ChatIT;
import org.parley.chat.message.Message;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

class MessageSearchIT extends ChatIT {

	@Autowired
	private RefreshMessageWords refreshMessageWords;

	/** The rules of words are tested with the analyzer. */
	@ParameterizedTest
	@CsvSource({ "今天天气很好, 天气", "Café, cafe", "שָׁלוֹם, שלום", "ещё, еще", "ภาษาไทยง่าย, ไทย", "don’t, don't", "C#, c#",
			"🎉 Party, 🎉", "release 1.2.3, 1.2.3", "한국어를, 한국어", "今天天氣很好, 天气", "דובר צה״ל, צה\"ל",
			"میخواهم بروم, بروم می خواهم", "မြန်မာနိုင်ငံ, နိုင်ငံ", "자연어 처리, 자연어처리", "자연어 처리, 처리 자연어",
			"größe, groesse", "groesse, größe", "my wifi, wi-fi", "my wi-fi, wifi", "my wi fi, wi-fi",
			"an email, e-mail", "a co-op, coop", "вайфай, вай-фай" })
	void messageWithWordsOfAnyScriptIsFound(String text, String query) {
		var alice = aPerson();
		var group = aGroup(alice, aPerson());
		send(alice, group, text);
		send(alice, group, "C and C++, 天 and 气");
		assertThat(found(alice, query)).containsExactly(text);
	}

	/** Each message once, in one order, whatever form it has. */
	@Test
	void formsOfDividedWordAreOneList() {
		var alice = aPerson();
		var group = aGroup(alice, aPerson());
		for (var text : List.of("wifi 1", "wi-fi 2", "wi fi 3", "wifi 4", "wi-fi 5")) {
			send(alice, group, text);
		}
		assertThat(found(alice, "wi-fi")).containsExactly("wi-fi 5", "wifi 4", "wi fi 3", "wi-fi 2", "wifi 1");
		assertThat(found(alice, "wi-fi 5")).containsExactly("wi-fi 5");
	}

	@Test
	void wordsOfEarlierReleasesAreReplacedOnce() {
		var alice = aPerson();
		var group = aGroup(alice, aPerson());
		for (var former : List.of(List.of("café"), List.of())) {
			var id = send(alice, group, "Café and quincexyz " + former.size()).id();
			this.mongo.updateFirst(new Query(Criteria.where("_id").is(id)), Update.update("words", former),
					Message.class);
		}
		this.mongo.remove(new Query(), "message_words");
		assertThat(found(alice, "quincexyz")).isEmpty();
		assertThat(this.refreshMessageWords.run()).doesNotStartWith("The words of 0");
		assertThat(found(alice, "quincexyz")).containsExactly("Café and quincexyz 0", "Café and quincexyz 1");
		assertThat(this.refreshMessageWords.run()).isEqualTo("The words of 0 messages were changed.");
	}

	private List<String> found(TestUser reader, String query) {
		return this.api.get(reader, "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
			.body()
			.path("data")
			.valueStream()
			.map((message) -> message.path("text").asString())
			.toList();
	}

}
