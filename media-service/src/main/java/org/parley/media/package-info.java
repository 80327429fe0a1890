/** Pictures of people: uploads, variants and their addresses. */
@NullMarked
package org.parley.media;

import org.jspecify.annotations.NullMarked;
