/** What this service itself keeps of people. */
@NullMarked
package org.parley.moderation.own;

import org.jspecify.annotations.NullMarked;
