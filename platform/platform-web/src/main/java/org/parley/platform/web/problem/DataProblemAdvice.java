package org.parley.platform.web.problem;

import java.time.Duration;
import java.util.List;

import com.mongodb.MongoException;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.database.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
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

	/**
	 * A failed commit has an unknown result, so it counts as an outage whatever its cause
	 * is.
	 */
	@ExceptionHandler
	ResponseEntity<Object> on(TransactionException failure) {
		return unavailable(failure);
	}

	@ExceptionHandler({ DataAccessException.class, MongoException.class })
	ResponseEntity<Object> onFailure(Exception failure) {
		return switch (DatabaseFailure.of(failure)) {
			case CONFLICT -> Problems.entity(RefusalException.conflict("request.conflict",
					"Another request changed this at the same moment. Read it again, then repeat your change."));
			case DISCONNECT, OUTAGE -> unavailable(failure);
			case OTHER -> unexpected(failure);
		};
	}

	private static ResponseEntity<Object> unexpected(Exception failure) {
		log.error("Request failed unexpectedly", failure);
		var known = HttpProblem.of(HttpStatus.INTERNAL_SERVER_ERROR);
		return Problems.entity(HttpStatus.INTERNAL_SERVER_ERROR, known.code(), known.detail(), List.of(),
				new HttpHeaders());
	}

	private static ResponseEntity<Object> unavailable(Exception failure) {
		log.warn("The database is unavailable", failure);
		var known = HttpProblem.of(HttpStatus.SERVICE_UNAVAILABLE);
		return Problems.entity(
				RefusalException.later(RefusalKind.UNAVAILABLE, known.code(), known.detail(), Duration.ofSeconds(2)));
	}

}
