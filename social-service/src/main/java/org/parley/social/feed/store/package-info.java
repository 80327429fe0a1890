/** The stored feeds and the rounds in progress. */
@NullMarked
package org.parley.social.feed.store;

import org.jspecify.annotations.NullMarked;
