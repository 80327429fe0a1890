package org.parley.platform.web.problem;

import java.time.Duration;

import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Converts database exceptions to problem documents. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class DataProblemAdvice {

	private static final Logger log = LoggerFactory.getLogger(DataProblemAdvice.class);

	@ExceptionHandler
	ResponseEntity<Object> on(OptimisticLockingFailureException conflict) {
		return Problems.entity(ProblemException.conflict("request.conflict",
				"Another request changed this at the same moment. Read it again, then repeat your change."));
	}

	@ExceptionHandler({ DataAccessResourceFailureException.class, TransientDataAccessException.class,
			TransactionException.class })
	ResponseEntity<Object> onUnavailable(Exception unavailable) {
		log.warn("The database is unavailable", unavailable);
		return unavailable();
	}

	@ExceptionHandler
	ResponseEntity<Object> on(DataAccessException failure) {
		return answer(failure, failure.getCause());
	}

	@ExceptionHandler
	ResponseEntity<Object> on(MongoException failure) {
		return answer(failure, failure);
	}

	private static ResponseEntity<Object> answer(Exception failure, @Nullable Throwable cause) {
		if (cause instanceof MongoException mongo
				&& (mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
						|| mongo.hasErrorLabel("RetryableWriteError"))) {
			log.warn("The database is unavailable", failure);
			return unavailable();
		}
		log.error("Request failed unexpectedly", failure);
		var known = HttpProblem.of(HttpStatus.INTERNAL_SERVER_ERROR);
		return Problems.entity(new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, known.code(), known.detail()));
	}

	private static ResponseEntity<Object> unavailable() {
		var known = HttpProblem.of(HttpStatus.SERVICE_UNAVAILABLE);
		return Problems.entity(ProblemException.later(HttpStatus.SERVICE_UNAVAILABLE, known.code(), known.detail(),
				Duration.ofSeconds(2)));
	}

}
