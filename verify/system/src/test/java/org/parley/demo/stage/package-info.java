/** The users, values, accounts and mails that the chapters of the demo share. */
@NullMarked
package org.parley.demo.stage;

import org.jspecify.annotations.NullMarked;
