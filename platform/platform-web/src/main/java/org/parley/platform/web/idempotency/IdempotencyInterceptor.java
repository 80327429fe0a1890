package org.parley.platform.web.idempotency;

import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.database.DatabaseFailure;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.ClientAddress;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.RequestBody;

/** Executes an {@link Idempotent} method once for each key. */
public class IdempotencyInterceptor implements MethodInterceptor {

	private static final int WRITE_CONFLICT = 112;

	/** How long most requests run at most. */
	private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

	private final HttpServletRequest request;

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final JsonMapper json;

	/**
	 * Leaves out what a request does not say, so that versions of a service that know
	 * other optional properties have the same fingerprint of it.
	 */
	private final JsonMapper sparseJson;

	private final InstantSource clock;

	private final Fingerprints fingerprints;

	IdempotencyInterceptor(HttpServletRequest request, MongoOperations mongo, UnitOfWork work, JsonMapper json,
			InstantSource clock, Fingerprints fingerprints) {
		this.request = request;
		this.mongo = mongo;
		this.work = work;
		this.json = json;
		this.sparseJson = json.rebuild()
			.changeDefaultPropertyInclusion((all) -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
			.build();
		this.clock = clock;
		this.fingerprints = fingerprints;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation call) throws Throwable {
		var idempotent = Objects.requireNonNull(call.getMethod().getAnnotation(Idempotent.class));
		var key = IdempotencyKey.of(this.request, this.fingerprints);
		if (key == null) {
			return call.proceed();
		}
		var body = idempotent.secret() ? null : this.fingerprints.of(this.sparseJson.writeValueAsBytes(bodyOf(call)));
		try {
			return this.work.run(() -> carryOut(key, body, call, idempotent));
		}
		catch (CarriedOutException ex) {
			throw ex.checked();
		}
		catch (DuplicateKeyException ex) {
			var first = this.mongo.findById(key.id(), IdempotencyRecord.class);
			if (first == null) {
				throw ex;
			}
			return replay(first, body);
		}
		catch (DataAccessException | TransactionException ex) {
			if (idempotent.withoutDatabase() && DatabaseFailure.of(ex).isOutage()) {
				return call.proceed();
			}
			throw ex;
		}
	}

	private ResponseEntity<?> carryOut(IdempotencyKey key, @Nullable String body, MethodInvocation call,
			Idempotent idempotent) {
		claim(new IdempotencyRecord(key.id(), body, this.clock.instant(), null, null, null, null));
		var answer = proceed(call);
		if (!idempotent.secret() && !idempotent.secretAnswer()) {
			var headers = answer.getHeaders();
			this.mongo.save(new IdempotencyRecord(key.id(), body, this.clock.instant(), answer.getStatusCode().value(),
					headers.getFirst(HttpHeaders.LOCATION), headers.getETag(),
					answer.hasBody() ? this.json.writeValueAsString(answer.getBody()) : null));
		}
		return answer;
	}

	private void claim(IdempotencyRecord claim) {
		try {
			this.mongo.insert(claim);
		}
		catch (DataAccessException ex) {
			if (ex.getCause() instanceof MongoException cause && cause.getCode() == WRITE_CONFLICT) {
				throw RefusalException.later(RefusalKind.CONFLICT, "idempotency.in-progress",
						"The first request with this Idempotency-Key is still running.", RETRY_AFTER);
			}
			throw ex;
		}
	}

	private static ResponseEntity<?> proceed(MethodInvocation call) {
		try {
			return Objects.requireNonNull((ResponseEntity<?>) call.proceed());
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new CarriedOutException(ex);
		}
	}

	private ResponseEntity<?> replay(IdempotencyRecord known, @Nullable String body) {
		if (body != null && known.request() != null && !body.equals(known.request())) {
			throw new RefusalException(RefusalKind.UNPROCESSABLE, "idempotency.key-reused",
					"This Idempotency-Key was used with another request.");
		}
		if (known.status() == null) {
			throw RefusalException.conflict("idempotency.done",
					"A request with this Idempotency-Key was completed before; its answer contained secrets and was not stored.");
		}
		var answer = ResponseEntity.status(known.status()).header("Idempotency-Replayed", "true");
		if (known.location() != null) {
			answer.header(HttpHeaders.LOCATION, known.location());
		}
		if (known.etag() != null) {
			answer.eTag(known.etag());
		}
		return (known.body() == null) ? answer.build() : answer.body(this.json.readTree(known.body()));
	}

	private static @Nullable Object bodyOf(MethodInvocation call) {
		var parameters = call.getMethod().getParameters();
		for (int i = 0; i < parameters.length; i++) {
			if (isBody(parameters[i])) {
				return call.getArguments()[i];
			}
		}
		return null;
	}

	private static boolean isBody(Parameter parameter) {
		return parameter.isAnnotationPresent(RequestBody.class);
	}

	/** Carries a checked exception out of the transaction. */
	private static final class CarriedOutException extends RuntimeException {

		CarriedOutException(Throwable checked) {
			super(checked);
		}

		Throwable checked() {
			return Objects.requireNonNull(getCause());
		}

	}

	/**
	 * The stored key of a request, bound to its caller and address.
	 *
	 * @param id a fingerprint of the caller, method, path and key; anonymous callers are
	 * distinguished by their address
	 */
	record IdempotencyKey(String id) {

		static final String HEADER = "Idempotency-Key";

		private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,128}");

		static @Nullable IdempotencyKey of(HttpServletRequest request, Fingerprints fingerprints) {
			var key = request.getHeader(HEADER);
			if (key == null) {
				return null;
			}
			if (!ACCEPTED.matcher(key).matches()) {
				throw RefusalException.field(HEADER, "idempotency.invalid-key",
						"must be 1 to 128 visible ASCII characters");
			}
			var text = String.join("\n", callerOf(request), request.getMethod(), request.getRequestURI(), key);
			return new IdempotencyKey(fingerprints.of(text.getBytes(StandardCharsets.UTF_8)));
		}

		private static String callerOf(HttpServletRequest request) {
			var person = request.getRemoteUser();
			return (person != null) ? "person " + person : "client " + ClientAddress.of(request);
		}

	}

}
