/** HTTP conventions that all services share. */
@NullMarked
package org.parley.platform.web;

import org.jspecify.annotations.NullMarked;
