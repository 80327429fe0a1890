package org.parley.forum.category;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/categories")
@Tag(name = "Categories")
class CategoryController {

	private final CategoryAccess access;

	private final ManageCategories manageCategories;

	CategoryController(CategoryAccess access, ManageCategories manageCategories) {
		this.access = access;
		this.manageCategories = manageCategories;
	}

	@GetMapping
	@Operation(summary = "List the categories that you may read, or of them those that you moderate")
	ResponseEntity<Data<List<CategoryView>>> list(@RequestParam(defaultValue = "false") boolean moderated,
			@Nullable Caller caller) {
		var rights = this.access.rights(caller);
		var visible = this.access.visible(rights)
			.stream()
			.filter((category) -> !moderated || rights.mayModerate(category))
			.map(Category::view)
			.toList();
		return EntityTagResponses.of(new Data<>(visible));
	}

	@GetMapping("/{slug}")
	@Operation(summary = "Get a category")
	ResponseEntity<Data<CategoryView>> get(@PathVariable String slug, @Nullable Caller caller) {
		var view = this.access.visible(slug, Rights.of(caller)).view();
		return EntityTagResponses.of(view.version(), view);
	}

	@PostMapping
	@Idempotent
	@Operation(summary = "Create a category")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<CategoryView>> create(@Valid @RequestBody CategoryRequest request, Caller caller) {
		var view = this.manageCategories.create(request, caller);
		return EntityTagResponses.created("/api/v1/categories/" + view.slug(), view.version(), view);
	}

	@PatchMapping("/{slug}")
	@Operation(summary = "Change a category")
	ResponseEntity<Data<CategoryView>> change(@PathVariable String slug, @Valid @RequestBody CategoryRequest request,
			IfMatch condition, Caller caller) {
		var view = this.manageCategories.change(slug, request, condition, caller);
		return EntityTagResponses.of(view.version(), view);
	}

	@DeleteMapping("/{slug}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a category without threads")
	void remove(@PathVariable String slug, IfMatch condition, Caller caller) {
		this.manageCategories.remove(slug, condition, caller);
	}

}
