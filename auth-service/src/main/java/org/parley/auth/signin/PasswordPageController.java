package org.parley.auth.signin;

import java.net.URI;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leads browsers and password managers to the page where people change their password.
 *
 * @see <a href="https://www.w3.org/TR/change-password-url/">A well-known URL for changing
 * passwords</a>
 */
@Hidden
@RestController
class PasswordPageController {

	private static final URI PAGE = URI.create("/settings/account#password");

	@GetMapping("/.well-known/change-password")
	ResponseEntity<Void> redirect() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(PAGE).build();
	}

}
