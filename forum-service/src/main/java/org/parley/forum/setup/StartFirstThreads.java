package org.parley.forum.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
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

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Starts the first threads of a new forum: all of them, once. */
@Component
class StartFirstThreads {

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
		var all = FirstThread.in(language);
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

	/**
	 * A thread of a new forum: the welcome, the rules or the showcase of formatting. The
	 * texts are in {@code contracts}, because a development start uses them, too.
	 *
	 * @param content of its opening post, in Markdown
	 */
	record FirstThread(String title, List<String> tags, boolean pinned, String content) {

		private static final String DEFAULT = "en";

		private static final TypeReference<List<FirstThread>> LIST = new TypeReference<>() {
		};

		/** Reads the threads in a language, or in English if there are none in it. */
		static List<FirstThread> in(@Nullable String language) {
			var texts = Stream.of(Locale.forLanguageTag((language != null) ? language : DEFAULT).getLanguage(), DEFAULT)
				.map((one) -> new ClassPathResource("start/" + one + ".json"))
				.filter(ClassPathResource::exists)
				.findFirst()
				.orElseThrow();
			try (var text = texts.getInputStream()) {
				return JsonMapper.shared().readValue(text, LIST);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
