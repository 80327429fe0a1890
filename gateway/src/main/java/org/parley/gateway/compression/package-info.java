/** Compression of responses. */
@NullMarked
package org.parley.gateway.compression;

import org.jspecify.annotations.NullMarked;
