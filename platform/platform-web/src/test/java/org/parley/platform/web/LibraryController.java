package org.parley.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.openapi.DeprecatedOperation;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small service that uses the platform. */
@RestController
@RequestMapping("/books")
class LibraryController {

	record Book(@NotBlank @Size(max = 10) String title, int pages, @Nullable List<@Size(max = 5) String> tags) {
	}

	record Loan(@Nullable Integer days, @Nullable Boolean renewed, @Nullable Instant until, @Nullable LocalTime hour,
			@Nullable Duration notice, @Nullable Desk desk) {
	}

	enum Desk {

		HALL, READING_ROOM;

		@JsonValue
		String json() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	record BookQuery(@Nullable String author, @Nullable @Min(1) @Max(100) Integer limit) {

		@AssertTrue(message = "is for an author's books")
		boolean isLimitOfAuthor() {
			return this.limit == null || this.author != null;
		}

	}

	@GetMapping
	Data<String> list(@Valid @ParameterObject BookQuery query) {
		return new Data<>(query.author() + "/" + query.limit());
	}

	@GetMapping("/count")
	Data<Integer> count(@RequestParam int above) {
		return new Data<>(above);
	}

	@GetMapping("/since")
	Data<String> since(@RequestParam(required = false) @Nullable Instant time) {
		return new Data<>(String.valueOf(time));
	}

	@GetMapping("/oldest")
	@DeprecatedOperation(since = "2026-11-22", sunset = "2027-06-05", successor = "/books")
	Data<String> oldest() {
		return new Data<>("Alice");
	}

	@GetMapping("/{id}")
	ResponseEntity<Data<Book>> one(@PathVariable String id) {
		return switch (id) {
			case "locked" -> throw RefusalException.conflict("book.locked", "The book is locked.");
			case "broken" -> throw new IllegalStateException("secret internals");
			case "raced" -> throw new OptimisticLockingFailureException("secret internals");
			case "down" -> throw new DataAccessResourceFailureException("secret internals");
			default -> EntityTagResponses.of(3, new Book(id, 1, List.of()));
		};
	}

	@PostMapping
	Data<Book> add(@Valid @RequestBody Book book) {
		return new Data<>(book);
	}

	@PostMapping("/shelves")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<String>> addShelf() {
		return EntityTagResponses.created("/books/shelves/poems", 1, "poems");
	}

	@PutMapping("/{id}/loan")
	Data<String> lend(@PathVariable String id, @RequestBody Loan loan) {
		return new Data<>(id + loan);
	}

	@PatchMapping("/{id}")
	Data<String> change(@PathVariable String id, IfMatch condition) {
		condition.require(3);
		return new Data<>(id);
	}

}
