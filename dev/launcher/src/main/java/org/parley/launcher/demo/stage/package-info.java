/** The users, values, accounts and mails that the chapters of the demo share. */
@NullMarked
package org.parley.launcher.demo.stage;

import org.jspecify.annotations.NullMarked;
