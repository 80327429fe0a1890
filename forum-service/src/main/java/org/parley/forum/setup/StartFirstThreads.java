package org.parley.forum.setup;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.FirstThread;
import org.parley.forum.category.Categories;
import org.parley.forum.category.Category;
import org.parley.forum.post.edit.ReadContent;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.event.ThreadEventPublisher;
import org.parley.forum.threadstart.NewThreadRequest;
import org.parley.forum.threadstart.SaveNewThread;
import org.parley.platform.mongo.transaction.UnitOfWork;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Starts the first threads of a new forum: all of them, once. */
@Component
class StartFirstThreads {

	private static final TypeReference<List<FirstThread>> LIST = new TypeReference<>() {
	};

	private final Categories categories;

	private final ReadContent readContent;

	private final SaveNewThread saveNewThread;

	private final Threads threads;

	private final ThreadEventPublisher events;

	private final UnitOfWork unitOfWork;

	StartFirstThreads(Categories categories, ReadContent readContent, SaveNewThread saveNewThread, Threads threads,
			ThreadEventPublisher events, UnitOfWork unitOfWork) {
		this.categories = categories;
		this.readContent = readContent;
		this.saveNewThread = saveNewThread;
		this.threads = threads;
		this.events = events;
		this.unitOfWork = unitOfWork;
	}

	void start(String slug, @Nullable String language, PersonReference author) {
		this.categories.findBySlug(slug)
			.filter((category) -> !this.threads.areIn(category.id()))
			.ifPresent((category) -> this.unitOfWork.run(() -> startAll(category, language, author)));
	}

	private List<FirstThread> startAll(Category category, @Nullable String language, PersonReference author) {
		var all = read(language);
		// The last one is the newest, so the welcome is above the others.
		all.reversed().forEach((first) -> start(first, category, author));
		return all;
	}

	private void start(FirstThread first, Category category, PersonReference author) {
		var content = this.readContent.read(first.content(), author.id(), () -> category);
		var thread = this.saveNewThread.save(category.id(),
				new NewThreadRequest(category.slug(), first.title(), first.content(), first.tags()), content, author);
		if (first.pinned()) {
			thread.pin().ifPresent((event) -> {
				this.threads.update(thread);
				this.events.publishChanged(event, thread, author);
			});
		}
	}

	/** Reads the threads in a language, or in English if there are none in it. */
	static List<FirstThread> read(@Nullable String language) {
		return JsonMapper.shared().readValue(FirstThread.open(language), LIST);
	}

}
