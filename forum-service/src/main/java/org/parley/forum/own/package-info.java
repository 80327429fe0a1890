/** What this service itself keeps of people. */
@NullMarked
package org.parley.forum.own;

import org.jspecify.annotations.NullMarked;
