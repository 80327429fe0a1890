/** What is asked of the outside model, at the wire. */
@NullMarked
package org.parley.moderation.model;

import org.jspecify.annotations.NullMarked;
