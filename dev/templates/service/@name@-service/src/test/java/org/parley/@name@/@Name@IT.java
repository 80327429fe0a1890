package org.parley.@name@;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts the service with real servers; all subclasses share them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@LocalStackTest
@Import(SentCommands.class)
public abstract class @Name@IT {

	@LocalServerPort
	private int port;

	@Autowired
	protected MongoTemplate mongo;

	@Autowired
	protected SentCommands commands;

	protected TestClient api = new TestClient("");

	@BeforeEach
	void connect() {
		this.api = new TestClient("http://127.0.0.1:" + this.port + "/api/v1/@name@/notes");
	}

	public int port() {
		return this.port;
	}

	/** Writes a note and returns its id. */
	protected String aNote(TestUser owner, String text) {
		var written = this.api.post(owner, "", Map.of("text", text));
		assertThat(written.status()).as(written.toString()).isEqualTo(201);
		return written.id();
	}

	/** Requires a refusal with a status and code. */
	protected static void refused(TestResponse response, int status, String code) {
		assertThat(response.status()).as(response.toString()).isEqualTo(status);
		assertThat(response.code()).isEqualTo(code);
	}

}
