package org.parley.media.decoder.child;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * The few functions of libvips that make variants of a picture. Only the decoders of the
 * supported formats are enabled.
 *
 * @see <a href="https://www.libvips.org/API/current/">libvips API</a>
 */
@SuppressWarnings("restricted")
final class Libvips {

	private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

	private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

	private static final AddressLayout POINTER = ValueLayout.ADDRESS;

	/** {@code VIPS_SIZE_DOWN}: pictures are never enlarged. */
	private static final int SIZE_DOWN = 2;

	/** {@code VIPS_INTERPRETATION_sRGB}. */
	private static final int SRGB = 22;

	/** That, and {@code VIPS_INTERPRETATION_B_W}. */
	private static final Set<Integer> DISPLAYED = Set.of(SRGB, 1);

	private static final String PROFILE = "icc-profile-data";

	private final SymbolLookup symbols;

	private final MethodHandle thumbnailOfFile;

	private final MethodHandle thumbnailOfImage;

	private final MethodHandle transform;

	private final MethodHandle colorSpace;

	private final MethodHandle typeOf;

	private final MethodHandle setData;

	private final MethodHandle open;

	private final MethodHandle copyMemory;

	private final MethodHandle write;

	private final MethodHandle writePixels;

	private final MethodHandle errors;

	private final MethodHandle unref;

	private final MethodHandle free;

	private Libvips(SymbolLookup symbols) {
		this.symbols = symbols;
		this.thumbnailOfFile = variadic("vips_thumbnail_buffer", 4, POINTER, LONG, POINTER, INT, POINTER, INT, POINTER,
				INT, POINTER, POINTER, POINTER);
		this.transform = variadic("vips_icc_transform", 3, POINTER, POINTER, POINTER, POINTER, INT, POINTER);
		this.colorSpace = variadic("vips_colourspace", 3, POINTER, POINTER, INT, POINTER);
		this.typeOf = function("vips_image_get_typeof", FunctionDescriptor.of(LONG, POINTER, POINTER));
		this.setData = function("vips_image_set_blob_copy", FunctionDescriptor.ofVoid(POINTER, POINTER, POINTER, LONG));
		this.thumbnailOfImage = variadic("vips_thumbnail_image", 3, POINTER, POINTER, INT, POINTER, INT, POINTER, INT,
				POINTER);
		this.open = function("vips_image_new_from_buffer",
				FunctionDescriptor.of(POINTER, POINTER, LONG, POINTER, POINTER), Linker.Option.firstVariadicArg(3));
		this.copyMemory = function("vips_image_copy_memory", FunctionDescriptor.of(POINTER, POINTER));
		this.write = variadic("vips_image_write_to_buffer", 4, POINTER, POINTER, POINTER, POINTER, POINTER);
		this.writePixels = function("vips_image_write_to_memory", FunctionDescriptor.of(POINTER, POINTER, POINTER));
		this.errors = function("vips_error_buffer_copy", FunctionDescriptor.of(POINTER));
		this.unref = function("g_object_unref", FunctionDescriptor.ofVoid(POINTER));
		this.free = function("g_free", FunctionDescriptor.ofVoid(POINTER));
	}

	/** Loads the library and disables everything that is not needed. */
	static Libvips load(Path library) throws Throwable {
		var vips = new Libvips(SymbolLookup.libraryLookup(library, Arena.global()));
		try (var arena = Arena.ofConfined()) {
			var init = vips.function("vips_init", FunctionDescriptor.of(INT, POINTER));
			if ((int) init.invokeExact(arena.allocateFrom("decoder")) != 0) {
				throw new IllegalStateException("libvips does not start");
			}
			vips.function("vips_concurrency_set", FunctionDescriptor.ofVoid(INT)).invokeExact(1);
			vips.function("vips_cache_set_max", FunctionDescriptor.ofVoid(INT)).invokeExact(0);
			vips.block(arena, "VipsForeignLoad", 1);
			for (var format : new String[] { "Jpeg", "Png", "Webp", "Nsgif", "Heif" }) {
				vips.block(arena, "VipsForeignLoad" + format, 0);
			}
		}
		return vips;
	}

	private void block(Arena arena, String operation, int state) throws Throwable {
		var function = function("vips_operation_block_set", FunctionDescriptor.ofVoid(POINTER, INT));
		function.invokeExact(arena.allocateFrom(operation), state);
	}

	/** Reads the header of a file. */
	MemorySegment open(Arena arena, MemorySegment file, String options) throws Throwable {
		return held(arena, (MemorySegment) this.open.invokeExact(file, file.byteSize(), arena.allocateFrom(options),
				MemorySegment.NULL));
	}

	/** Decodes a file as {@link #framesOfFile}, and all its pixels at once. */
	MemorySegment thumbnailOfFile(Arena arena, MemorySegment file, int width, int height, String options)
			throws Throwable {
		return inMemory(arena, openThumbnail(arena, file, width, height, options));
	}

	/**
	 * Decodes a file to at most this width and height, turned by its orientation, while
	 * its pixels are used.
	 * @param options for the decoder; a parameter of the thumbnail itself is not passed
	 * on
	 */
	MemorySegment framesOfFile(Arena arena, MemorySegment file, int width, int height, String options)
			throws Throwable {
		return held(arena, openThumbnail(arena, file, width, height, options));
	}

	private MemorySegment openThumbnail(Arena arena, MemorySegment file, int width, int height, String options)
			throws Throwable {
		var out = arena.allocate(POINTER);
		require((int) this.thumbnailOfFile.invokeExact(file, file.byteSize(), out, width, arena.allocateFrom("height"),
				height, arena.allocateFrom("size"), SIZE_DOWN, arena.allocateFrom("option-string"),
				arena.allocateFrom(options), MemorySegment.NULL));
		return out.get(POINTER, 0);
	}

	/**
	 * Converts an image by its color profile, or to eight bits of red, green and blue.
	 * The image is small already, since this costs more than decoding. A broken profile
	 * changes nothing.
	 */
	MemorySegment toSrgb(Arena arena, MemorySegment image) throws Throwable {
		var converted = ((long) this.typeOf.invokeExact(image, arena.allocateFrom(PROFILE)) != 0)
				? byProfile(arena, image) : image;
		if (DISPLAYED.contains(number("vips_image_get_interpretation", converted))) {
			return converted;
		}
		var out = arena.allocate(POINTER);
		require((int) this.colorSpace.invokeExact(converted, out, SRGB, MemorySegment.NULL));
		return inMemory(arena, out.get(POINTER, 0));
	}

	/** Gives an image a color profile, by which it is converted later. */
	void embed(Arena arena, MemorySegment image, MemorySegment profile) throws Throwable {
		this.setData.invokeExact(image, arena.allocateFrom(PROFILE), profile, profile.byteSize());
	}

	private MemorySegment byProfile(Arena arena, MemorySegment image) throws Throwable {
		var out = arena.allocate(POINTER);
		var result = (int) this.transform.invokeExact(image, out, arena.allocateFrom("srgb"),
				arena.allocateFrom("embedded"), 1, MemorySegment.NULL);
		return (result == 0) ? inMemory(arena, out.get(POINTER, 0)) : image;
	}

	/** Scales an image down to this width and height. */
	MemorySegment thumbnailOfImage(Arena arena, MemorySegment image, int width, int height) throws Throwable {
		var out = arena.allocate(POINTER);
		require((int) this.thumbnailOfImage.invokeExact(image, out, width, arena.allocateFrom("height"), height,
				arena.allocateFrom("size"), SIZE_DOWN, MemorySegment.NULL));
		return inMemory(arena, out.get(POINTER, 0));
	}

	byte[] encode(Arena arena, MemorySegment image, String suffix) throws Throwable {
		var buffer = arena.allocate(POINTER);
		var length = arena.allocate(LONG);
		require((int) this.write.invokeExact(image, arena.allocateFrom(suffix), buffer, length, MemorySegment.NULL));
		return taken(buffer.get(POINTER, 0), length.get(LONG, 0));
	}

	/** The uncompressed bytes of an image. */
	byte[] pixels(Arena arena, MemorySegment image) throws Throwable {
		var length = arena.allocate(LONG);
		var pixels = (MemorySegment) this.writePixels.invokeExact(image, length);
		requireNotNull(pixels);
		return taken(pixels, length.get(LONG, 0));
	}

	/** Returns the messages about errors since the last call. */
	String takeErrors() throws Throwable {
		var messages = (MemorySegment) this.errors.invokeExact();
		try {
			return messages.reinterpret(Long.MAX_VALUE).getString(0, StandardCharsets.ISO_8859_1);
		}
		finally {
			this.free.invokeExact(messages);
		}
	}

	/** A number that describes an image, such as {@code vips_image_get_width}. */
	int number(String function, MemorySegment image) throws Throwable {
		return (int) function(function, FunctionDescriptor.of(INT, POINTER)).invokeExact(image);
	}

	/** Decodes all pixels, so that errors of the file show here. */
	private MemorySegment inMemory(Arena arena, MemorySegment image) throws Throwable {
		try {
			return held(arena, (MemorySegment) this.copyMemory.invokeExact(image));
		}
		finally {
			this.unref.invokeExact(image);
		}
	}

	private MemorySegment held(Arena arena, MemorySegment image) {
		requireNotNull(image);
		return image.reinterpret(arena, this::release);
	}

	private void release(MemorySegment image) {
		try {
			this.unref.invokeExact(image);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] taken(MemorySegment buffer, long length) throws Throwable {
		try {
			return buffer.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
		}
		finally {
			this.free.invokeExact(buffer);
		}
	}

	private static void require(int result) {
		if (result != 0) {
			throw new UndecodableException();
		}
	}

	private static void requireNotNull(MemorySegment pointer) {
		if (pointer.equals(MemorySegment.NULL)) {
			throw new UndecodableException();
		}
	}

	private MethodHandle variadic(String name, int fixed, MemoryLayout... parameters) {
		return function(name, FunctionDescriptor.of(INT, parameters), Linker.Option.firstVariadicArg(fixed));
	}

	private MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
		return Linker.nativeLinker().downcallHandle(this.symbols.findOrThrow(name), type, options);
	}

}
