/** Names of people and things: their validation, comparison and transliteration. */
@NullMarked
package org.parley.platform.text.name;

import org.jspecify.annotations.NullMarked;
