package org.parley.platform.readmodels.account;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.runtime.http.RestClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks auth-service, which owns accounts, for those whose events have not arrived. One
 * question names all people of a request; there are few questions at a time.
 */
public final class AccountClient {

	private static final Logger log = LoggerFactory.getLogger(AccountClient.class);

	private static final int MAX_QUESTIONS = 16;

	private static final int MAX_LENGTH = 100;

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private final RestClient http;

	private final Duration timeout;

	private final Semaphore questions = new Semaphore(MAX_QUESTIONS);

	AccountClient(AccountSettings settings) {
		this.timeout = settings.timeout();
		this.http = RestClients.builder(this.timeout).baseUrl(settings.url()).build();
	}

	/**
	 * Finds the accounts with some usernames, ignoring case.
	 * @throws RefusalException 503 {@code service.unavailable} if auth-service does not
	 * answer
	 */
	List<AccountState> find(Collection<String> usernames) {
		var names = usernames.stream().filter((name) -> name.length() <= MAX_LENGTH).toList();
		return names.isEmpty() ? List.of() : askInTurn(names);
	}

	private List<AccountState> askInTurn(List<String> names) {
		if (!awaitTurn()) {
			throw unavailable();
		}
		try {
			return ask(names);
		}
		catch (RestClientException ex) {
			log.atWarn().addKeyValue("cause", ex.toString()).log("auth-service was asked for accounts in vain");
			throw unavailable();
		}
		finally {
			this.questions.release();
		}
	}

	private List<AccountState> ask(List<String> names) {
		var answer = this.http.post()
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("usernames", names))
			.retrieve()
			.body(Answer.class);
		return (answer != null) ? answer.data() : List.of();
	}

	private boolean awaitTurn() {
		try {
			return this.questions.tryAcquire(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static RefusalException unavailable() {
		return RefusalException.later(RefusalKind.UNAVAILABLE, "service.unavailable",
				"It cannot be checked at the moment whether this person exists.", RETRY_AFTER);
	}

	/** The answer of auth-service. */
	private record Answer(List<AccountState> data) {
	}

}
