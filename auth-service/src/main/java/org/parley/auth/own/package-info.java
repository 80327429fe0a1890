/** What this service itself keeps of people. */
@NullMarked
package org.parley.auth.own;

import org.jspecify.annotations.NullMarked;
