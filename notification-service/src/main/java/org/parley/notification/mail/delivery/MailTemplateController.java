package org.parley.notification.mail.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.MailLanguages;
import org.parley.notification.mail.MailTemplate;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators each mail with invented values. */
@RestController
@RequestMapping("/api/v1/admin/notification-service/mail-templates")
@Tag(name = "Administration")
class MailTemplateController {

	private final MailExamples mailExamples;

	MailTemplateController(MailExamples mailExamples) {
		this.mailExamples = mailExamples;
	}

	@GetMapping
	@Operation(summary = "List the templates of mails with an example of their subjects")
	ResponseEntity<Data<List<TemplateView>>> list(@Valid @ParameterObject TemplateQuery query) {
		return EntityTagResponses.of(new Data<>(Arrays.stream(MailTemplate.values())
			.map((template) -> new TemplateView(template.code(),
					this.mailExamples.compose(template, query.locale()).subject()))
			.toList()));
	}

	@GetMapping("/{template}")
	@Operation(summary = "Preview a mail with invented values")
	ResponseEntity<Data<PreviewView>> preview(@PathVariable String template,
			@Valid @ParameterObject TemplateQuery query) {
		var found = MailTemplate.find(template)
			.orElseThrow(() -> RefusalException.notFound("mail-template.not-found", "The template does not exist."));
		var content = this.mailExamples.compose(found, query.locale());
		return EntityTagResponses.of(new Data<>(new PreviewView(found.code(), query.locale().toLanguageTag(),
				content.subject(), content.text(), content.html())));
	}

	/**
	 * How to show templates.
	 *
	 * @param language English if absent
	 */
	@Schema(name = "MailTemplateQuery")
	record TemplateQuery(@Nullable @Pattern(regexp = MailLanguages.PATTERN,
			message = "must be ar, de, en, es, fr, ja, pt or tr") String language) {

		Locale locale() {
			return (this.language != null) ? Locale.forLanguageTag(this.language) : Locale.ENGLISH;
		}

	}

	/**
	 * A template.
	 *
	 * @param subject of a mail with invented values
	 */
	@Schema(name = "MailTemplate")
	record TemplateView(@NotNull String template, @NotNull String subject) {
	}

	/**
	 * A mail with invented values.
	 *
	 * @param text plain-text version
	 * @param html HTML version
	 */
	@Schema(name = "MailPreview")
	record PreviewView(@NotNull String template, @NotNull String language, @NotNull String subject,
			@NotNull String text, @NotNull String html) {
	}

}
