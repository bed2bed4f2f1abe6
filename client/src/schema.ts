// Made from the OpenAPI document by `npm run generate`; tests keep it true.
export interface paths {
    "/api/accounts/{account}/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign an account out
         * @description Forgets an account that you have signed in: its tokens are deleted here, handles for it end, and nothing is done in its name any more. Where others have signed it in too, it goes on for them. Use it when a person no longer wants to lend their account. Plans that are synced with it wait until somebody signs in again.
         *
         *     Scope: `accounts:manage`.
         */
        post: operations["auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what you did
         * @description Lists what you did at Microsoft in the last 7 days, newest first. Use it to find the actionId for actions_undo.
         *
         *     Scope: `null`.
         */
        get: operations["actions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actions/{actionId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an action back
         * @description Takes back something that you did at Microsoft, by the call that does it, once. Use it when "canUndo" was true and the person changed their mind. What the undo answers may have an actionId of its own.
         *
         *     Scope: `null`.
         */
        post: operations["actions_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agent/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened since
         * @description Returns what happened to tasks after a cursor, oldest first: changes by people on the Planner board (source "planner"), by agents, sync results, and new names of plans, buckets and labels. Use it to notice what people did: keep the answered cursor and pass it next time as "after". Without "after" the newest events are answered. To wait for the next one, task_wait_for_change. gap, when not null, says that older events are no longer kept: read the tasks anew with task_list.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["task_events_since"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agent/events/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wait for a change
         * @description Waits until something changes and answers at once when it does: in one task ("id"), in one plan ("planId"), or anywhere. While it waits, the plan is looked at faster in Planner, so that what people do shows sooner. Use it instead of asking again and again: pass the answered "cursor" as "after" next time, and nothing in between is missed. "changed": false means that nothing happened in time; call it again. With "source": "planner" only what people do on the board counts.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["task_wait_for_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agent/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks
         * @description Lists tasks, newest first, a page at a time, filtered by plan, sync state or assignee. Use it to find a task whose id you do not know, or with state "failed" to see what needs attention. nextCursor, when not null, is the cursor of the next page.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["task_list"];
        put?: never;
        /**
         * Create a task
         * @description Creates a task in a plan that Tandem syncs; people see it within seconds. Use it for new work there; planner_create_task takes any plan, task_update changes a task. Returns the task with its id and rev; sync.state is "pending" until Planner has it.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["task_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agent/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a task
         * @description Returns one task as it stands now, with its rev and whether Planner has it. Use it before a change that depends on the present values, or to see whether a person changed something.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["task_get"];
        put?: never;
        post?: never;
        /**
         * Delete a task
         * @description Deletes a task here and on the Planner board. Use it for tasks made by mistake; for finished work set percentComplete to 100 with task_update instead. An edit that a person made meanwhile brings the task back.
         *
         *     Scope: `tasks:write`.
         */
        delete: operations["task_delete"];
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description Changes the fields you name and leaves the others alone: progress, dates, people, checklist and so on. Use it to report progress or to correct a task. Lists merge by key, so rows added by people stay. Returns the whole task with its new rev.
         *
         *     Scope: `tasks:write`.
         */
        patch: operations["task_update"];
        trace?: never;
    };
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List approvals
         * @description Lists what you asked for that needs a person, newest first; with the scope approvals:decide, what all agents asked for. Use it to see what waits.
         *
         *     Scope: `approvals:read`.
         */
        get: operations["approvals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an approval stands
         * @description Answers whether a person has approved what you asked for, and its result when it is done. Use it after a call was answered with "approval".
         *
         *     Scope: `approvals:read`.
         */
        get: operations["approvals_get"];
        put?: never;
        /**
         * Decide about an approval
         * @description Approves or refuses what another agent asked for; what is approved is done at once. Use it only when a person told you what they decide. Nobody decides about their own calls here: people do that on the page /approvals.
         *
         *     Scope: `approvals:decide`.
         */
        post: operations["approvals_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wait for an approval
         * @description Waits until a person has decided and it is done, and answers as approvals_get does; still "waiting" when the time is over. Use it instead of asking again and again.
         *
         *     Scope: `approvals:read`.
         */
        get: operations["approvals_wait"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit log
         * @description Lists who did what, newest first: every operation that writes, with the id of its object and its outcome, keys that were made and revoked, and what was refused, with the reason. No contents: sync_history has the values. Use it to see who changed something, or who was turned away. nextCursor, when not null, is the cursor of the next page.
         *
         *     Scope: `admin`.
         */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/authenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a sign-in (OAuth)
         * @description Begins the sign-in of a person at Microsoft and answers the address that the person opens in a browser. Use it as the first of four steps of a program that knows OAuth; then come wait_for_callback, complete_authentication and get_user_profile. Agents have it easier with auth_start_login.
         *
         *     Scope: `accounts:manage`.
         */
        post: operations["authenticate_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the code (OAuth)
         * @description Exchanges the code of a finished sign-in for an access token of this server; it stands for the account and is worth nothing elsewhere. Use it with what wait_for_callback answered; each code counts once.
         *
         *     Scope: `accounts:manage`.
         */
        post: operations["complete_authentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/device-logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a code on another device
         * @description Begins a sign-in without a browser here: the person opens verificationUri on any device and types userCode. Use it where no browser can be opened; give the person both. See how it goes with auth_get_login_status, or wait with waitSeconds: the code then comes as progress.
         *
         *     Scope: `accounts:manage`.
         */
        post: operations["auth_start_device_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a person in
         * @description Begins the sign-in of a person at Microsoft, so that you may work with their account. A program that can show the address does so by itself and this answers when the person is done; else give the person authUrl. Use it when an account is missing, or its state is reauth_required. See how it goes with auth_get_login_status, or wait with waitSeconds.
         *
         *     Scope: `accounts:manage`.
         */
        post: operations["auth_start_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logins/{loginId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a sign-in stands
         * @description Answers whether the person has signed in, and with which account, or what went wrong and what to do about it. Use it with the loginId of auth_start_login or auth_start_device_login.
         *
         *     Scope: `accounts:read`.
         */
        get: operations["auth_get_login_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Permissions at Microsoft Graph
         * @description Tells which permissions of Microsoft Graph are needed for what is used here, which of them the account has, which are missing and who can grant them. Use it when something is refused as forbidden, or before asking an administrator for consent.
         *
         *     Scope: `accounts:read`.
         */
        get: operations["auth_list_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/user-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who has signed in (OAuth)
         * @description Answers name and addresses of the person of an access token, as Microsoft Graph has them. Use it with what complete_authentication answered.
         *
         *     Scope: `accounts:manage`.
         */
        post: operations["get_user_profile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/wait-for-callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait until the person has signed in (OAuth)
         * @description Waits until the sign-in of that state is finished in the browser, and answers a code for complete_authentication. Use it after authenticate_account. "success": false says in "message" why there is no code; when nobody has finished yet, call it again.
         *
         *     Scope: `accounts:manage`.
         */
        post: operations["wait_for_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calendars
         * @description Lists a person's calendars. Use it where an event belongs in another than the main one.
         *
         *     Scope: `calendar:read`.
         */
        get: operations["calendar_list_calendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an event
         * @description Creates an event and invites people. Use it for meetings and appointments; calendar_find_times finds a time.
         *
         *     Scope: `calendar:write`.
         */
        post: operations["calendar_create_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an event
         * @description Answers one event with its text, attendees and how it repeats. Use it after calendar_view.
         *
         *     Scope: `calendar:read`.
         */
        get: operations["calendar_get_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an event
         * @description Changes an event, or one time of a series, and tells those who are invited. Use it to move, rename or invite; what is left out stays.
         *
         *     Scope: `calendar:write`.
         */
        patch: operations["calendar_update_event"];
        trace?: never;
    };
    "/api/calendar/events/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an event
         * @description Calls an event off, and tells those who were invited. Use it for your own events; calendar_respond declines those of others.
         *
         *     Scope: `calendar:write`.
         */
        post: operations["calendar_cancel_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/events/{id}/respond": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer an invitation
         * @description Accepts or declines an invitation, or proposes another time. Use it for events that others organize. A declined event leaves the calendar.
         *
         *     Scope: `calendar:write`.
         */
        post: operations["calendar_respond"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/find-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find times to meet
         * @description Finds times at which people can meet in their working hours, you among them. Use it before calendar_create_event.
         *
         *     Scope: `calendar:read`.
         */
        get: operations["calendar_find_times"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/free-busy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See when people are busy
         * @description Answers when people are busy, without what they do, and their working hours. Use it to see who is free; calendar_find_times looks for a common time.
         *
         *     Scope: `calendar:read`.
         */
        get: operations["calendar_free_busy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * View a calendar
         * @description Lists what takes place in a stretch of time, series as single events, the earliest first. Use it to see a day or a week. Without times: from today for 7 days.
         *
         *     Scope: `calendar:read`.
         */
        get: operations["calendar_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a folder
         * @description Lists the files and folders in a folder; without id and path, those at the top. Use it where you know the place, else files_search.
         *
         *     Scope: `files:read`.
         */
        get: operations["files_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/drives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List drives
         * @description Lists where a person or a group keeps files (OneDrive, the document libraries of SharePoint and Teams). Use it for a drive's id.
         *
         *     Scope: `files:read`.
         */
        get: operations["files_list_drives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the link of a file
         * @description Tells where people open a file or folder, and what it is. Use it to point somebody at a document; who may open it stays as it is.
         *
         *     Scope: `files:read`.
         */
        get: operations["files_get_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search files
         * @description Finds files by words of their name or text: in one drive, or in everything a person sees. Use it first when a document is mentioned.
         *
         *     Scope: `files:read`.
         */
        get: operations["files_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the text of a document
         * @description Gives the text of a document: Markdown, plain text, CSV, JSON, HTML, Word (docx) and PDF, up to 20 MB, part by part. Use it to read a file; files_get_link is for others.
         *
         *     Scope: `files:read`.
         */
        get: operations["files_read_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my groups
         * @description Lists the groups that somebody is in. Use it to find the group of a plan, team or mailbox.
         *
         *     Scope: `directory:read`.
         */
        get: operations["groups_list_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a group
         * @description Tells what a group is. Use it to turn the name of a group into its id.
         *
         *     Scope: `directory:read`.
         */
        get: operations["groups_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{group}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of a group
         * @description Lists the people of a group. Use it to learn who can be assigned or should be told.
         *
         *     Scope: `directory:read`.
         */
        get: operations["groups_list_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft a message
         * @description Writes a draft, which mail_send sends later. Use it where a person should look first, or to attach files.
         *
         *     Scope: `mail:write`.
         */
        post: operations["mail_create_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a draft
         * @description Changes a draft: what is left out stays, lists of people are replaced. Use it before mail_send.
         *
         *     Scope: `mail:write`.
         */
        patch: operations["mail_update_draft"];
        trace?: never;
    };
    "/api/mail/drafts/{draft}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach a file by its address
         * @description Attaches a file of an allowed https address to a draft. Use it for files on the web; for others mail_create_upload_link.
         *
         *     Scope: `mail:write`.
         */
        post: operations["mail_add_attachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/drafts/{draft}/upload-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link for attaching a file
         * @description Makes an address to which a program sends one file (PUT, no key needed), which is then attached to the draft. Use it for files on a disk: curl -T report.pdf {url}.
         *
         *     Scope: `mail:write`.
         */
        post: operations["mail_create_upload_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mail folders
         * @description Lists all mail folders with how much is in them. Use it to find where mail lies or may be moved to.
         *
         *     Scope: `mail:read`.
         */
        get: operations["mail_list_folders"];
        put?: never;
        /**
         * Create a mail folder
         * @description Creates a mail folder. Use it before moving mail to a place that is not there yet.
         *
         *     Scope: `mail:write`.
         */
        post: operations["mail_create_folder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mail
         * @description Lists messages, the newest first, without their text. Use it to see what came in; mail_get_message reads one, mail_search looks for words.
         *
         *     Scope: `mail:read`.
         */
        get: operations["mail_list_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/messages/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a message
         * @description Reads one message with its text, cleaned of hidden and invisible parts. Use it after mail_list_messages or mail_search.
         *
         *     Scope: `mail:read`.
         */
        get: operations["mail_get_message"];
        put?: never;
        post?: never;
        /**
         * Delete a message
         * @description Moves a message to Deleted Items, from where mail_move brings it back. Use it for mail or drafts that nobody needs.
         *
         *     Scope: `mail:write`.
         */
        delete: operations["mail_delete"];
        options?: never;
        head?: never;
        /**
         * Mark a message
         * @description Marks a message as read or unread, flags it, or sets its categories or importance. Use it to keep order in a mailbox.
         *
         *     Scope: `mail:write`.
         */
        patch: operations["mail_update_message"];
        trace?: never;
    };
    "/api/mail/messages/{message}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List attachments
         * @description Lists the files of a message. Use it before mail_get_attachment.
         *
         *     Scope: `mail:read`.
         */
        get: operations["mail_list_attachments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/messages/{message}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an attachment
         * @description Tells what an attachment is, gives its text where it is text, and the address at which a program with a key downloads it. Use it after mail_list_attachments.
         *
         *     Scope: `mail:read`.
         */
        get: operations["mail_get_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/messages/{message}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a message
         * @description Copies a message to a folder. Use it to keep one in a second place.
         *
         *     Scope: `mail:write`.
         */
        post: operations["mail_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/messages/{message}/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forward
         * @description Forwards a message with its attachments and a comment. Use it to show a message to somebody else.
         *
         *     Scope: `mail:send`.
         */
        post: operations["mail_forward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/messages/{message}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a message
         * @description Moves a message to a folder; its id stays. Use it to file or archive mail.
         *
         *     Scope: `mail:write`.
         */
        post: operations["mail_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/messages/{message}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply
         * @description Answers the sender of a message, which is quoted below. Use it to answer one person.
         *
         *     Scope: `mail:send`.
         */
        post: operations["mail_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/messages/{message}/reply-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply to all
         * @description Answers everybody of a message. Use it where all of them should read the answer.
         *
         *     Scope: `mail:send`.
         */
        post: operations["mail_reply_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/messages/{message}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a conversation
         * @description Reads the conversation of a message, the oldest first, each with what is new in it. Use it to understand a thread before answering.
         *
         *     Scope: `mail:read`.
         */
        get: operations["mail_get_thread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search mail
         * @description Finds messages by words, the best or newest first. Use it to find mail about something; everything that is given must fit. For unread, flagged or exact times use mail_list_messages.
         *
         *     Scope: `mail:read`.
         */
        get: operations["mail_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send mail
         * @description Sends a message, or a draft by its id. Use it once the text is final. With idempotencyKey it is sent once, also when an answer is lost and the call is repeated.
         *
         *     Scope: `mail:send`.
         */
        post: operations["mail_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up a person, group, plan, bucket or task
         * @description Tells what Microsoft 365 knows of one person, group, plan (with its buckets and labels), bucket or Planner task, from a cache of 24 hours that reads itself anew. Use it to learn who somebody is, what a bucket is called, or which buckets a plan has. Of a task it tells what Planner holds, at most a minute old; task_get tells what Tandem holds. source and cachedAt say where the answer comes from; stale means that Microsoft Graph does not answer now.
         *
         *     Scope: `metadata:read`.
         */
        get: operations["metadata_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description OpenAPI 3.1. `/api/docs` shows it as a page.
         */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find people by name
         * @description Finds people by the beginning of a name or mail address, with what tells them apart. Use it to turn a name into an id; where question is there, ask the person which one is meant.
         *
         *     Scope: `directory:read`.
         */
        get: operations["people_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a person
         * @description Tells who somebody is: address, job title, department, phone. Use it for one you can name; people_search finds others.
         *
         *     Scope: `directory:read`.
         */
        get: operations["people_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/manager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get somebody's manager
         * @description Tells whom somebody reports to. Use it to find who decides.
         *
         *     Scope: `directory:read`.
         */
        get: operations["people_get_manager"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description Tells who the person of the account is. Use it to learn your own id, mail address and job title.
         *
         *     Scope: `directory:read`.
         */
        get: operations["people_get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See who is available
         * @description Tells whether people are available, busy or away now, several at once. Use it before calling or chatting.
         *
         *     Scope: `directory:read`.
         */
        get: operations["people_get_presence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List somebody's reports
         * @description Lists who reports to somebody directly. Use it to find the people of a team.
         *
         *     Scope: `directory:read`.
         */
        get: operations["people_list_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/bulk-update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many tasks
         * @description Makes one change to up to 100 tasks, by ids or by a filter. Use it for more than two, with dryRun first: it answers each before and after. What fails is listed.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_bulk_update_tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/my-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my Planner tasks
         * @description Lists the Planner tasks assigned to a person, of all plans. Use it for Planner alone; work_list adds To Do and mail.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["planner_list_my_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List plans
         * @description Lists the plans (boards) you can reach, and which Tandem syncs. Use it to learn what there is; plans are also taken by title.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["planner_list_plans"];
        put?: never;
        /**
         * Create a plan
         * @description Creates a plan in a group of which you are a member. Use it for a new board; sync_add_plan has Tandem sync it.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_create_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a plan
         * @description Returns a plan with buckets in board order and labels. Use it to learn their names.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["planner_get_plan"];
        put?: never;
        post?: never;
        /**
         * Delete a plan
         * @description Deletes a plan with all of its tasks, for good. Use it only when somebody asks for exactly that. A synced plan is taken out with sync_remove_plan first.
         *
         *     Scope: `tasks:write`.
         */
        delete: operations["planner_delete_plan"];
        options?: never;
        head?: never;
        /**
         * Change a plan
         * @description Gives a plan another title, or its labels names. Use it to rename a board or to say what its labels mean.
         *
         *     Scope: `tasks:write`.
         */
        patch: operations["planner_update_plan"];
        trace?: never;
    };
    "/api/planner/plans/{plan}/buckets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List buckets
         * @description Lists the buckets (columns) of a plan in board order. Use it when you need them alone; planner_get_plan has labels as well.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["planner_list_buckets"];
        put?: never;
        /**
         * Create a bucket
         * @description Adds a bucket (column) to a plan. Use it for a new stage or kind of work.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_create_bucket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/plans/{plan}/buckets/{bucket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a bucket
         * @description Deletes a bucket with all tasks in it. Use it for a column that is not needed any more, after moving tasks that are.
         *
         *     Scope: `tasks:write`.
         */
        delete: operations["planner_delete_bucket"];
        options?: never;
        head?: never;
        /**
         * Rename or move a bucket
         * @description Gives a bucket another name or another place on the board. Use it to rename or reorder columns.
         *
         *     Scope: `tasks:write`.
         */
        patch: operations["planner_update_bucket"];
        trace?: never;
    };
    "/api/planner/plans/{plan}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks of a plan
         * @description Lists tasks of one plan, synced or not. Use it to see a board, or what is late; task_list has synced ones only.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["planner_list_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search tasks
         * @description Finds tasks by words of the title, in all plans or one. Use it to find a task that somebody speaks of.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["planner_search_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a task
         * @description Creates a task in a plan. Use it for work on a board; todo_create_task is for personal reminders.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_create_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a task
         * @description Returns a task with description, checklist, links and who completed it when. Use it before you change these.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["planner_get_task"];
        put?: never;
        post?: never;
        /**
         * Delete a task
         * @description Deletes a task. Use it for what was made by mistake; complete work that is done. Only synced tasks can be brought back (sync_undo, 7 days).
         *
         *     Scope: `tasks:write`.
         */
        delete: operations["planner_delete_task"];
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description Changes what you send of a task and leaves the rest. Use it for one task; planner_bulk_update_tasks is for many.
         *
         *     Scope: `tasks:write`.
         */
        patch: operations["planner_update_task"];
        trace?: never;
    };
    "/api/planner/tasks/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign a task
         * @description Gives a task to people, or takes people off it; the others stay. Use it when somebody takes work over.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_assign_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/tasks/{id}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add to a checklist
         * @description Adds a row to the checklist of a task, at the end or beside another. Use it for a step of the work.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_add_checklist_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/tasks/{id}/checklist/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove from a checklist
         * @description Removes a row of the checklist of a task. Use it for a step that is not needed; check a step that is done.
         *
         *     Scope: `tasks:write`.
         */
        delete: operations["planner_remove_checklist_item"];
        options?: never;
        head?: never;
        /**
         * Change a row of a checklist
         * @description Checks, unchecks, renames or moves a row of the checklist of a task. Use it when a step is done.
         *
         *     Scope: `tasks:write`.
         */
        patch: operations["planner_update_checklist_item"];
        trace?: never;
    };
    "/api/planner/tasks/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List comments of a task
         * @description Lists the comments of a task. Use it to read what people said about it. For people who signed in, not for the app.
         *
         *     Scope: `tasks:read`.
         */
        get: operations["planner_list_comments"];
        put?: never;
        /**
         * Comment on a task
         * @description Writes a comment on a task, which its people get by mail. Use it to tell or ask them something about it. For people who signed in, not for the app.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_add_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/tasks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a task
         * @description Marks a task as completed and answers by whom and when. Use it when the work is done; planner_reopen_task takes it back.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_complete_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/tasks/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a task
         * @description Moves a task to another bucket of its plan, or a task without a plan into one. Use it when work goes on to the next column.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_move_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/tasks/{id}/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach a link
         * @description Attaches a link to a task, or gives an attached one another title. Use it for documents and pages that the work is about.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_add_reference"];
        /**
         * Detach a link
         * @description Takes a link off a task. Use it for links that are wrong or not needed any more.
         *
         *     Scope: `tasks:write`.
         */
        delete: operations["planner_remove_reference"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planner/tasks/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a task
         * @description Makes a completed task open again. Use it when there is more to do after all.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["planner_reopen_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/server/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health of the installation
         * @description Checks everything that this server needs (Redis, Temporal, workers, sign-in to Microsoft, permissions, plans, clocks, public address) and says for each what was found and how to put it right. Use it when something does not work and sync_get_status does not say why, or after the installation was changed. It asks Microsoft, so it may take some seconds.
         *
         *     Scope: `sync:read`.
         */
        get: operations["server_get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/circuit/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Microsoft Graph again
         * @description Asks Microsoft Graph again at once, where too many failures have made Tandem leave it alone (circuit open): of one service, or of all when service is left out. Use it when the cause is known to be gone; otherwise one request at a time tries by itself. A time that Graph itself asked to wait (gate) is kept in any case.
         *
         *     Scope: `sync:operate`.
         */
        post: operations["sync_reset_circuit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conflicts
         * @description Lists where an agent and a person changed the same thing, newest first: both values, who wrote them and when, which stands and by which rule. Use it to see what lost against what; sync_resolve_conflict lets the other value stand.
         *
         *     Scope: `sync:read`.
         */
        get: operations["sync_list_conflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/conflicts/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a conflict
         * @description Lets the agent's value (take: agent), the person's (take: person) or another one (take: value, with value) stand, and closes the conflict. Use it when the value that stands is not the wanted one. It is an ordinary write: the board follows. Refused when somebody has changed the value since, unless overwrite is true. Of a whole task (field "task") agent and person decide whether it exists.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["sync_resolve_conflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sync failures
         * @description Lists the tasks that cannot be brought to Planner as they are, the oldest first: what Graph said, what to do, and when they are tried again. Deletes that fail and creates whose answer is still out are among them. Use it when a task is "failed" or the status counts failing tasks.
         *
         *     Scope: `sync:read`.
         */
        get: operations["sync_list_failures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/failures/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try failed tasks again
         * @description Tries failing tasks again now instead of at their own time: one (id), those of a plan (planId), or all (neither). Use it after the cause was put right: a permission given, room made in the plan. Answers how many are tried; sync_list_failures shows what still fails.
         *
         *     Scope: `sync:operate`.
         */
        post: operations["sync_retry_failure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sync status
         * @description Tells whether changes travel between agents and Planner, per plan: state, lag, last look, tasks pending and failing. Use it when a task stays "pending", before telling a person that something has reached the board, or when Planner seems out of date.
         *
         *     Scope: `sync:read`.
         */
        get: operations["sync_get_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause sync
         * @description Pauses the sync of one plan, or of everything when planId is left out: nothing is read from Planner or written to it until sync_resume. Agents go on writing, and their changes wait. What is under way finishes. Use it before work on a board that should not be disturbed, or when something goes wrong. A plan in preview stays in preview.
         *
         *     Scope: `sync:operate`.
         */
        post: operations["sync_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a plan
         * @description Links a Planner plan, after a check that it can be read there. mode "on" syncs it from now on; "preview" links it without reading or writing anything, so that sync_preview can show first what a sync would do. Use it to take a plan in, or with mode "on" to switch on one that is in preview. A plan that is linked already takes over the mode, and the account where one is named.
         *
         *     Scope: `sync:operate`.
         */
        post: operations["sync_add_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/plans/{planId}/confirm-deletions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm deletions
         * @description Lets a plan go on that was stopped because too many of its tasks are missing in Planner: exactly the tasks that the last look missed may now be deleted for the agents, each only when Planner still says that it is gone, within an hour. They can be brought back for 7 days with sync_undo. Use it only when a person has said that the tasks were deleted on purpose; sync_preview shows which they are. Tasks that are seen again let the plan go on without it.
         *
         *     Scope: `sync:operate`.
         */
        post: operations["sync_confirm_deletions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/plans/{planId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview a sync
         * @description Shows the writes that a sync of a plan would make now, in both directions, without making any: per task what would be created, changed, deleted or imported, with the values before and after, and conflicts with their winner. Works for plans that are not linked yet, in preview, paused, stopped or synced. Use it before sync_add_plan with mode "on", sync_resume or sync_confirm_deletions. A page looks at limit tasks; those that are equal on both sides are only counted.
         *
         *     Scope: `sync:read`.
         */
        get: operations["sync_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/plans/{planId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a plan
         * @description Ends the sync of a plan. Planner's tasks stay as they are. The agents' copies: with tasks "keep" they stay as local tasks without a plan and can be given another one; with "remove" they go, and sync_undo brings them back within 7 days, as local tasks. Changes that had not reached Planner never will; unsent counts them. Use it when a plan is no longer shared with agents; run it with dryRun first. After an interruption call it again: it goes on where it was. Resuming or adding the plan meanwhile ends the removal (plan_removal_ended). With AUTO_LINK_PLANS an agent that writes into the plan links it anew, and a plan of DEFAULT_PLANNER_PLAN_ID or PLANNER_PLAN_IDS is linked again at the next start: pause it instead, or change the settings.
         *
         *     Scope: `sync:operate`.
         */
        post: operations["sync_remove_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume sync
         * @description Takes the sync of one plan up again, or of everything when planId is left out: all that waits is handed over, and the plan is looked at at once. It takes back what sync_pause did for the same: after a pause of everything, plans that were paused by themselves stay paused, as "plans" shows. Use it after sync_pause. A plan in preview is switched on with sync_add_plan instead; a stopped one goes on with sync_confirm_deletions.
         *
         *     Scope: `sync:operate`.
         */
        post: operations["sync_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/run-now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync now
         * @description Looks at one plan at once, or at every plan when planId is left out, and tries everything that waits there, retries that sleep and failed tasks included. Use it instead of waiting for the next look, for instance after a person said that something was changed or renamed on the board. Plans that are paused, in preview or stopped are left alone; hold says so.
         *
         *     Scope: `sync:operate`.
         */
        post: operations["sync_run_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/tasks/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a task
         * @description Tells everything about the sync of one task: for every field the value on each side, who wrote it last, when and how that was seen, which rule decided a conflict, what happens next and when, and which Temporal workflow to open. summary says it in a few sentences. Use it when somebody asks why a task is as it is. Reads Planner once.
         *
         *     Scope: `sync:read`.
         */
        get: operations["sync_explain_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/tasks/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History of a task
         * @description Lists what was done to a task, newest first: who (agent or person), when, and each value before and after. Works for deleted tasks too, for 7 days. Use it before sync_undo: rev names the operation to take back. The newest operations are kept (50 of a task by default).
         *
         *     Scope: `sync:read`.
         */
        get: operations["sync_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back
         * @description Takes back one operation on a task (id and rev, see sync_history) or everything that an agent did since a time (agent and since), field by field and row by row, and only where nobody has changed the value since. Deleted tasks come back within 7 days, with checklist and details; a task that Planner no longer has is made there anew. Use it when an agent did what it should not have done; run it with dryRun first and show what would happen.
         *
         *     Scope: `tasks:write`.
         */
        post: operations["sync_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List teams
         * @description Lists the teams that a person is in; for the app, all. Use it to learn what a team is called.
         *
         *     Scope: `teams:read`.
         */
        get: operations["teams_list_teams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List channels
         * @description Lists the channels of a team. Use it to learn where to read or post.
         *
         *     Scope: `teams:read`.
         */
        get: operations["teams_list_channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team}/channels/{channel}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a channel
         * @description Lists the posts of a channel, the one that was last replied to first. Use it to see what is talked about; teams_list_replies reads on.
         *
         *     Scope: `teams:read`.
         */
        get: operations["teams_list_channel_messages"];
        put?: never;
        /**
         * Post in a channel
         * @description Begins a thread in a channel, as a person who signed in. Use it to tell a team something; teams_reply answers a post.
         *
         *     Scope: `teams:send`.
         */
        post: operations["teams_post_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team}/channels/{channel}/messages/{message}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read replies
         * @description Lists the replies to a post, newest first. Use it to follow a thread.
         *
         *     Scope: `teams:read`.
         */
        get: operations["teams_list_replies"];
        put?: never;
        /**
         * Reply in a channel
         * @description Replies to a post, as a person who signed in. Use it to go on with a thread.
         *
         *     Scope: `teams:send`.
         */
        post: operations["teams_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/chats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List chats
         * @description Lists a person's chats with who is in them and what was last said, the latest first. Use it to see what is new.
         *
         *     Scope: `teams:read`.
         */
        get: operations["teams_list_chats"];
        put?: never;
        /**
         * Begin a chat
         * @description Begins a chat of a person with others; between two, answers the one that there is. Use it for a new group with a topic.
         *
         *     Scope: `teams:send`.
         */
        post: operations["teams_create_chat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/chats/{chat}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a chat
         * @description Lists the messages of a chat, newest first. Use it to read what was said.
         *
         *     Scope: `teams:read`.
         */
        get: operations["teams_list_chat_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/chats/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a chat message
         * @description Sends a message to a chat or to people, as a person who signed in. Use it to tell somebody something; a missing chat is begun.
         *
         *     Scope: `teams:send`.
         */
        post: operations["teams_send_chat_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search chats and channels
         * @description Searches a person's chats and channels for words. Use it where you do not know where something was said.
         *
         *     Scope: `teams:read`.
         */
        get: operations["teams_search_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todo/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List To Do lists
         * @description Lists a person's To Do lists. Use it to learn which list a task belongs in.
         *
         *     Scope: `todo:read`.
         */
        get: operations["todo_list_lists"];
        put?: never;
        /**
         * Create a To Do list
         * @description Creates a To Do list for a person. Use it for a new kind of personal task.
         *
         *     Scope: `todo:write`.
         */
        post: operations["todo_create_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todo/lists/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a To Do list
         * @description Deletes a To Do list with all its tasks, for good. Use it with dryRun first, to see how many open tasks would go.
         *
         *     Scope: `todo:write`.
         */
        delete: operations["todo_delete_list"];
        options?: never;
        head?: never;
        /**
         * Rename a To Do list
         * @description Gives a To Do list another name. Use it only for lists of kind none.
         *
         *     Scope: `todo:write`.
         */
        patch: operations["todo_update_list"];
        trace?: never;
    };
    "/api/todo/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List To Do tasks
         * @description Lists a person's To Do tasks, of one list or of all, newest first in each. Use it for personal tasks; work_list has these together with Planner and flagged mail, by due date.
         *
         *     Scope: `todo:read`.
         */
        get: operations["todo_list_tasks"];
        put?: never;
        /**
         * Create a To Do task
         * @description Creates a personal task in To Do. Use it for what one person has to do; work of a team belongs in Planner.
         *
         *     Scope: `todo:write`.
         */
        post: operations["todo_create_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todo/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a To Do task
         * @description Tells all of one To Do task. Use it for its notes, checklist and links, with their ids.
         *
         *     Scope: `todo:read`.
         */
        get: operations["todo_get_task"];
        put?: never;
        post?: never;
        /**
         * Delete a To Do task
         * @description Deletes a To Do task, for good. Use it for mistakes; todo_complete_task is for what has been done.
         *
         *     Scope: `todo:write`.
         */
        delete: operations["todo_delete_task"];
        options?: never;
        head?: never;
        /**
         * Change a To Do task
         * @description Changes what is sent of a To Do task and leaves the rest; null takes a value away. Use it to correct or postpone one; todo_complete_task completes it.
         *
         *     Scope: `todo:write`.
         */
        patch: operations["todo_update_task"];
        trace?: never;
    };
    "/api/todo/tasks/{id}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a step to a To Do task
         * @description Adds an item to the checklist of a To Do task. Use it for one step of it.
         *
         *     Scope: `todo:write`.
         */
        post: operations["todo_add_checklist_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todo/tasks/{id}/checklist/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a step from a To Do task
         * @description Removes an item from the checklist of a To Do task. Use it for a step that is not needed.
         *
         *     Scope: `todo:write`.
         */
        delete: operations["todo_remove_checklist_item"];
        options?: never;
        head?: never;
        /**
         * Check or rename a step of a To Do task
         * @description Checks, unchecks or renames an item of the checklist of a To Do task. Use it when a step is done.
         *
         *     Scope: `todo:write`.
         */
        patch: operations["todo_update_checklist_item"];
        trace?: never;
    };
    "/api/todo/tasks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a To Do task
         * @description Marks a To Do task as done; one that recurs comes again as a new task. Use it when it is done; todo_update_task opens it again.
         *
         *     Scope: `todo:write`.
         */
        post: operations["todo_complete_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todo/tasks/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a link to a To Do task
         * @description Links a To Do task to a web page. Use it to point at where the task comes from.
         *
         *     Scope: `todo:write`.
         */
        post: operations["todo_add_linked_resource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todo/tasks/{id}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a link from a To Do task
         * @description Removes a link of a To Do task. Use it for one that leads nowhere.
         *
         *     Scope: `todo:write`.
         */
        delete: operations["todo_remove_linked_resource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description Lists the accounts at Microsoft that you can use: the app, and the people whom you have signed in, each with its state and what it may do. Tokens are never shown. Use it to find the id for `account`, or when Microsoft Graph refuses something, to see whether somebody must sign in again.
         *
         *     Scope: `accounts:read`.
         */
        get: operations["auth_list_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Status of an account
         * @description Tells how an account at Microsoft stands: permissions, when its access token ends and was renewed, and what is wrong. The token itself is never shown. Use it before work in the name of an account, or when a call said reauth_required.
         *
         *     Scope: `accounts:read`.
         */
        get: operations["auth_get_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find tools
         * @description Finds tools by words and answers what they take. Use it when no tool listed here does the job, then tools_call.
         *
         *     Scope: `null`.
         */
        get: operations["tools_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tools/{name}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call any tool
         * @description Calls a tool that is not listed here, by its name. Use it with a name and arguments as tools_search describes them; the answer is that tool’s own.
         *
         *     Scope: `null`.
         */
        post: operations["tools_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health of change notifications
         * @description Tells whether Microsoft Graph reaches this server with change notifications (mail, calendar, To Do, Teams, people, groups), what has come, what was dropped and why, and what still waits. Use it when an expected notification does not come, or after the public address was changed.
         *
         *     Scope: `webhook:read`.
         */
        get: operations["webhook_get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subscriptions
         * @description Lists what Microsoft Graph is to notify about (mail, calendar, To Do, Teams, users, groups), and for each whether it does, until when, and what is wrong. Use it to see what is watched, or when notifications stay away. Plans are not among them: Graph does not notify about Planner, linked plans are watched anyway.
         *
         *     Scope: `webhook:read`.
         */
        get: operations["webhook_list_subscriptions"];
        put?: never;
        /**
         * Subscribe
         * @description Has Microsoft Graph notify about a resource, for instance users/{id}/messages, users/{id}/events, chats/{id}/messages, users or groups; renewed until webhook_unsubscribe. Use it when agents are to hear of changes there. The answer comes before Graph has agreed: see its state with webhook_list_subscriptions. Changes arrive on the channel notifications:<kind>.
         *
         *     Scope: `webhook:operate`.
         */
        post: operations["webhook_subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unsubscribe
         * @description Ends a subscription: it is deleted at Microsoft Graph, and changes that wait are not published any more. Use it when nobody needs these notifications. One that SUBSCRIPTIONS names is ended there (subscription_configured).
         *
         *     Scope: `webhook:operate`.
         */
        delete: operations["webhook_unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook/subscriptions/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew a subscription
         * @description Looks at a subscription at Microsoft Graph at once, makes it anew where it is gone, and renews it; one that Graph refused is tried again. Use it after a permission, a quota or the public address was put right, instead of waiting for the next try. The answer shows the state before; list again to see what came of it.
         *
         *     Scope: `webhook:operate`.
         */
        post: operations["webhook_renew_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My work
         * @description Lists what somebody has to do, from Planner, To Do and flagged mail in one, what is overdue first, then by day, then what has no day. Use it first to plan a day or week; planner_, todo_ and mail_ tools change what it lists.
         *
         *     Scope: `todo:read`.
         */
        get: operations["work_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description How the server and sync are, with reasons.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive
         * @description For orchestrators: it answers.
         */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is it ready
         * @description For orchestrators: 503 while Redis is away.
         */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description Prometheus' text format.
         *
         *     Scope: `sync:read`.
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActionsListResult: {
            actions: {
                actionId: string;
                approvalId?: string;
                at: string;
                by: string;
                canUndo: boolean;
                effect: string;
                operation: string;
                /** @enum {string} */
                state: "done" | "undone";
            }[];
        };
        ActionsUndoResult: {
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description The call that did it. */
            operation?: string;
            /** @description What that call answered. */
            result?: Record<string, unknown>;
            /** @description True: it is taken back. */
            undone?: boolean;
        };
        ApprovalsDecideInput: {
            /** @description Why, for who asked. */
            comment?: string;
            /**
             * @description What the person decided.
             * @enum {string}
             */
            decision: "approve" | "refuse";
        };
        ApprovalsDecideResult: {
            askedAt: string;
            askedBy: string;
            comment?: string;
            decidedAt?: string;
            decidedBy?: string;
            details: Record<string, unknown>;
            /** @description What would be done. */
            effect: string;
            expiresAt: string;
            id: string;
            operation: string;
            problem?: Record<string, unknown>;
            /** @description What the operation answered. */
            result?: Record<string, unknown>;
            /**
             * @description waiting; approved: being done; done: see result; failed, outdated: nothing was done; unknown: look before you repeat it; refused; expired.
             * @enum {string}
             */
            state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
            /** @description Where a person decides. */
            url: string;
        };
        ApprovalsGetResult: {
            askedAt: string;
            askedBy: string;
            comment?: string;
            decidedAt?: string;
            decidedBy?: string;
            details: Record<string, unknown>;
            /** @description What would be done. */
            effect: string;
            expiresAt: string;
            id: string;
            operation: string;
            problem?: Record<string, unknown>;
            /** @description What the operation answered. */
            result?: Record<string, unknown>;
            /**
             * @description waiting; approved: being done; done: see result; failed, outdated: nothing was done; unknown: look before you repeat it; refused; expired.
             * @enum {string}
             */
            state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
            /** @description Where a person decides. */
            url: string;
        };
        ApprovalsListResult: {
            approvals: {
                askedAt: string;
                askedBy: string;
                comment?: string;
                decidedAt?: string;
                decidedBy?: string;
                details: Record<string, unknown>;
                /** @description What would be done. */
                effect: string;
                expiresAt: string;
                id: string;
                operation: string;
                problem?: Record<string, unknown>;
                /** @description What the operation answered. */
                result?: Record<string, unknown>;
                /**
                 * @description waiting; approved: being done; done: see result; failed, outdated: nothing was done; unknown: look before you repeat it; refused; expired.
                 * @enum {string}
                 */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                /** @description Where a person decides. */
                url: string;
            }[];
        };
        ApprovalsWaitResult: {
            askedAt: string;
            askedBy: string;
            comment?: string;
            decidedAt?: string;
            decidedBy?: string;
            details: Record<string, unknown>;
            /** @description What would be done. */
            effect: string;
            expiresAt: string;
            id: string;
            operation: string;
            problem?: Record<string, unknown>;
            /** @description What the operation answered. */
            result?: Record<string, unknown>;
            /**
             * @description waiting; approved: being done; done: see result; failed, outdated: nothing was done; unknown: look before you repeat it; refused; expired.
             * @enum {string}
             */
            state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
            /** @description Where a person decides. */
            url: string;
        };
        AuditListResult: {
            entries: {
                /** @description Who; null where nobody was known. */
                actor: string | null;
                /** @description UTC. */
                at: string;
                /** @description Of the problem; null where it was done. */
                code: string | null;
                /** @description Of a refusal: the address that asked. */
                from: string | null;
                /** @description Where Microsoft Graph refused: the client-request-id that its support asks for. */
                graphRequestId: string | null;
                id: string;
                /** @description Of the key, as `npm run keys:list` shows it; of keys:create and keys:revoke the one made or revoked. */
                keyId: string | null;
                /** @description Id of the task, plan, conflict or subscription; of keys:create and keys:revoke the name. */
                object: string | null;
                /** @description Null: refused before it was known. */
                operation: string | null;
                /** @description Of a refusal. */
                reason: string | null;
                /** @description X-Request-Id. */
                requestId: string | null;
                /** @description As an HTTP status. */
                status: number;
                /** @description Refusals like this one before it that were not written down. */
                suppressed: number;
            }[];
            nextCursor: string | null;
        };
        AuthenticateAccountInput: {
            /** @description Where the browser reaches this server, for instance http://localhost:8000. Only addresses that the server allows. */
            callback_base_url: string;
        };
        AuthenticateAccountResult: {
            /** @description The person opens it in a browser and signs in. */
            auth_url: string;
            message: string;
            /** @description For wait_for_callback. */
            state: string;
        };
        AuthGetLoginStatusResult: {
            /** @description Once it is completed. */
            account: {
                displayName: string | null;
                /** @description For "account" of other operations. */
                id: string;
                userName: string | null;
            } | null;
            expiresAt: string;
            /** @enum {string} */
            kind: "tool" | "browser" | "connect" | "device";
            loginId: string;
            /** @description Once it has failed or expired. */
            problem: {
                advice: string;
                code: string;
                message: string;
            } | null;
            /**
             * @description redeeming: Microsoft has answered, it is nearly done. The last three are final.
             * @enum {string}
             */
            state: "waiting" | "redeeming" | "completed" | "failed" | "expired";
        };
        AuthGetStatusResult: {
            displayName: string | null;
            /** @description Of the access token, which is renewed before. */
            expiresAt: string | null;
            /**
             * @description How it was signed in.
             * @enum {string}
             */
            flow: "app" | "code" | "device" | "password";
            /**
             * @description Of the access token. renewing: it has ended and is being renewed. none: there was none yet. reauth_required: somebody must sign in again.
             * @enum {string}
             */
            health: "good" | "renewing" | "none" | "reauth_required";
            /** @description What `account` takes; the sign-in name does, too. */
            id: string;
            /**
             * @description app: the app itself, for everybody. delegated: a person.
             * @enum {string}
             */
            kind: "app" | "delegated";
            /** @description Why it cannot be used, and what to do. */
            problem: {
                advice: string;
                code: string;
                message: string;
            } | null;
            refreshedAt: string | null;
            /** @description What it may do at Microsoft Graph. */
            scopes: string[];
            signedInAt: string | null;
            /** @enum {string} */
            state: "ready" | "reauth_required";
            userName: string | null;
        };
        AuthListAccountsResult: {
            accounts: {
                displayName: string | null;
                /** @description Of the access token, which is renewed before. */
                expiresAt: string | null;
                /**
                 * @description How it was signed in.
                 * @enum {string}
                 */
                flow: "app" | "code" | "device" | "password";
                /**
                 * @description Of the access token. renewing: it has ended and is being renewed. none: there was none yet. reauth_required: somebody must sign in again.
                 * @enum {string}
                 */
                health: "good" | "renewing" | "none" | "reauth_required";
                /** @description What `account` takes; the sign-in name does, too. */
                id: string;
                /**
                 * @description app: the app itself, for everybody. delegated: a person.
                 * @enum {string}
                 */
                kind: "app" | "delegated";
                /** @description Why it cannot be used, and what to do. */
                problem: {
                    advice: string;
                    code: string;
                    message: string;
                } | null;
                refreshedAt: string | null;
                /** @description What it may do at Microsoft Graph. */
                scopes: string[];
                signedInAt: string | null;
                /** @enum {string} */
                state: "ready" | "reauth_required";
                userName: string | null;
            }[];
            reasons: string[];
            /**
             * @description degraded: at least one of the accounts needs somebody.
             * @enum {string}
             */
            status: "healthy" | "degraded";
        };
        AuthListPermissionsResult: {
            account: string;
            granted: string[];
            /**
             * @description application: acts by itself; delegated: acts in the name of a person.
             * @enum {string}
             */
            kind: "application" | "delegated";
            /** @description The least permissions that are needed and not granted. */
            missing: string[];
            needs: {
                /** @description Others that are enough, too. */
                alternatives: string[];
                /** @description Which of them the account has. */
                grantedAs: string | null;
                /** @description Who can give what is missing, and how; null where nothing is missing. */
                granter: {
                    how: string;
                    /** @enum {string} */
                    who: "administrator" | "person";
                } | null;
                /** @description Without it nothing is synced. */
                isRequired: boolean;
                /** @description Operations that make use of it. */
                operations: string[];
                /** @description The least that is enough; null: impossible for an account of this kind. */
                permission: string | null;
                purpose: string;
                /** @enum {string} */
                state: "granted" | "missing" | "impossible";
            }[];
            /** @description Granted, but nothing that is used here needs it. */
            unneeded: string[];
        };
        AuthLogoutResult: {
            account: {
                id: string;
                userName: string | null;
            };
            /** @description false: others have signed it in too, so its tokens are kept for them. */
            forgotten: boolean;
        };
        AuthStartDeviceLoginInput: {
            /** @description Answer only when it is over, or after so many seconds; 0 when left out. */
            waitSeconds?: number;
        };
        AuthStartDeviceLoginResult: {
            /** @description Once it is completed. */
            account: {
                displayName: string | null;
                /** @description For "account" of other operations. */
                id: string;
                userName: string | null;
            } | null;
            expiresAt: string;
            /** @enum {string} */
            kind: "tool" | "browser" | "connect" | "device";
            loginId: string;
            /** @description For the person. */
            message: string;
            /** @description Once it has failed or expired. */
            problem: {
                advice: string;
                code: string;
                message: string;
            } | null;
            /**
             * @description redeeming: Microsoft has answered, it is nearly done. The last three are final.
             * @enum {string}
             */
            state: "waiting" | "redeeming" | "completed" | "failed" | "expired";
            userCode: string;
            verificationUri: string;
        };
        AuthStartLoginInput: {
            /** @description Where the browser reaches this server, if that is not its public address. */
            callbackBaseUrl?: string;
            /** @description Whose sign-in it is; Microsoft fills it in. */
            userName?: string;
            /** @description Answer only when it is over, or after so many seconds; 0 when left out, 300 where your program shows the address. */
            waitSeconds?: number;
        };
        AuthStartLoginResult: {
            /** @description Once it is completed. */
            account: {
                displayName: string | null;
                /** @description For "account" of other operations. */
                id: string;
                userName: string | null;
            } | null;
            /** @description For the person; null: their own program has shown it already. */
            authUrl: string | null;
            expiresAt: string;
            /** @enum {string} */
            kind: "tool" | "browser" | "connect" | "device";
            loginId: string;
            /** @description For the person. */
            message: string;
            /** @description Lets a program without a key ask GET /api/callback/{state}; send it as X-Poll-Secret. */
            pollSecret: string | null;
            /** @description Once it has failed or expired. */
            problem: {
                advice: string;
                code: string;
                message: string;
            } | null;
            /**
             * @description redeeming: Microsoft has answered, it is nearly done. The last three are final.
             * @enum {string}
             */
            state: "waiting" | "redeeming" | "completed" | "failed" | "expired";
        };
        CalendarCancelEventInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description For those who were invited. */
            message?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description True: the whole series, not this one time. */
            series?: boolean;
        };
        CalendarCancelEventResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            id?: string;
            /** @constant */
            isCancelled?: true;
        };
        CalendarCreateEventInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Who must come: names, mail addresses or ids. */
            attendees?: string[];
            /** @description Markdown. */
            body?: string;
            /** @description Name or id; left out: the main one. */
            calendar?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Left out: 30 minutes, or one day. Whole days: the last. */
            end?: string;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description True: start and end are days. */
            isAllDay?: boolean;
            /** @description Where: a room or an address. */
            location?: string;
            /** @description True: a Teams meeting. */
            onlineMeeting?: boolean;
            /** @description Who may. */
            optionalAttendees?: string[];
            /** @description Whose; default: yours. */
            person?: string;
            /** @description How it repeats. */
            recurrence?: {
                count?: number;
                /** @enum {string} */
                frequency: "daily" | "weekly" | "monthly" | "yearly";
                /**
                 * @description Every so many days, weeks, …
                 * @default 1
                 */
                interval: number;
                /** @description Last day. */
                until?: string;
                /** @description Left out: that of the first. */
                weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                /**
                 * @description With weekdays: the second Tuesday.
                 * @enum {string}
                 */
                weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
            };
            /** @description Before its start. */
            reminderMinutes?: number;
            /**
             * @description What others see meanwhile.
             * @enum {string}
             */
            showAs?: "free" | "tentative" | "busy" | "oof" | "workingElsewhere";
            /** @description 2026-11-26T09:00; whole days: 2026-11-26. */
            start: string;
            /** @description What it is about. */
            subject: string;
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
        };
        CalendarCreateEventResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            event?: {
                /** @description With offset; the last day where isAllDay. */
                end: string;
                id: string;
                isAllDay: boolean;
                isCancelled?: boolean;
                /** @description Of somebody else, so only its time is shown. */
                isPrivate?: boolean;
                /** @description Of the online meeting. */
                joinUrl?: string;
                location?: string;
                /** @description organizer, accepted, declined, notResponded, … */
                myResponse?: string;
                organizer?: {
                    address?: string;
                    name?: string;
                };
                /** @description It repeats: the id of the whole series. */
                seriesId?: string;
                showAs?: string;
                /** @description With offset; a day where isAllDay. */
                start: string;
                subject?: string;
            };
        };
        CalendarFindTimesResult: {
            /**
             * @description computed: by us, from free/busy and working hours.
             * @enum {string}
             */
            method: "suggested by Microsoft" | "computed";
            /** @description Why there are none. */
            reason?: string;
            times: {
                end: string;
                start: string;
                /** @description Who may come, but cannot then. */
                without?: string[];
            }[];
            timeZone: string;
            /** @description Whose calendars could not be seen. */
            unknown?: string[];
        };
        CalendarFreeBusyResult: {
            people: {
                address: string;
                busy: {
                    end: string;
                    start: string;
                    /** @enum {string} */
                    status: "workingElsewhere" | "tentative" | "busy" | "oof";
                }[];
                name: string;
                /** @description Why nothing is known of them. */
                problem?: string;
                /** @description By the clock of their own zone. */
                workingHours?: {
                    days: string[];
                    end: string;
                    start: string;
                    timeZone: string;
                };
            }[];
            timeZone: string;
        };
        CalendarGetEventResult: {
            event: {
                attendees?: {
                    address?: string;
                    name?: string;
                    response?: string;
                    type?: string;
                }[];
                /** @description Markdown. */
                body?: string;
                /** @description With offset; the last day where isAllDay. */
                end: string;
                id: string;
                isAllDay: boolean;
                /** @description The body is longer. */
                isBodyCut?: boolean;
                isCancelled?: boolean;
                /** @description Of somebody else, so only its time is shown. */
                isPrivate?: boolean;
                /** @description Of the online meeting. */
                joinUrl?: string;
                location?: string;
                /** @description organizer, accepted, declined, notResponded, … */
                myResponse?: string;
                organizer?: {
                    address?: string;
                    name?: string;
                };
                /** @description Of a series. */
                recurrence?: {
                    count?: number;
                    /** @enum {string} */
                    frequency: "daily" | "weekly" | "monthly" | "yearly";
                    /**
                     * @description Every so many days, weeks, …
                     * @default 1
                     */
                    interval: number;
                    /** @description Last day. */
                    until?: string;
                    /** @description Left out: that of the first. */
                    weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                    /**
                     * @description With weekdays: the second Tuesday.
                     * @enum {string}
                     */
                    weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
                };
                /** @description Before its start. */
                reminderMinutes?: number;
                /** @description It repeats: the id of the whole series. */
                seriesId?: string;
                showAs?: string;
                /** @description With offset; a day where isAllDay. */
                start: string;
                subject?: string;
                webUrl?: string;
            };
            timeZone: string;
        };
        CalendarListCalendarsResult: {
            calendars: {
                canEdit?: boolean;
                id: string;
                isDefault?: boolean;
                name?: string;
                owner?: {
                    address?: string;
                    name?: string;
                };
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        CalendarRespondInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description For the organizer. */
            comment?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Left out: as long as it is. */
            proposedEnd?: string;
            /** @description A better time; not with accept. */
            proposedStart?: string;
            /**
             * @description Whether they come.
             * @enum {string}
             */
            response: "accept" | "tentative" | "decline";
            /** @description True: the whole series, not this one time. */
            series?: boolean;
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
        };
        CalendarRespondResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            id?: string;
            /** @enum {string} */
            myResponse?: "accepted" | "tentativelyAccepted" | "declined";
        };
        CalendarUpdateEventInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Names, mail addresses or ids. */
            addAttendees?: string[];
            /** @description Who may come. */
            addOptionalAttendees?: string[];
            /** @description Markdown. */
            body?: string;
            /**
             * @description Of body.
             * @enum {string}
             */
            bodyFormat?: "markdown" | "html";
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Left out: as long as it was. */
            end?: string;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description True: start and end are days. */
            isAllDay?: boolean;
            /** @description Where: a room or an address. */
            location?: string;
            /** @description True: a Teams meeting. */
            onlineMeeting?: boolean;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Null: it repeats no longer. */
            recurrence?: {
                count?: number;
                /** @enum {string} */
                frequency: "daily" | "weekly" | "monthly" | "yearly";
                /**
                 * @description Every so many days, weeks, …
                 * @default 1
                 */
                interval: number;
                /** @description Last day. */
                until?: string;
                /** @description Left out: that of the first. */
                weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                /**
                 * @description With weekdays: the second Tuesday.
                 * @enum {string}
                 */
                weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
            } | null;
            /** @description Before its start; null: none. */
            reminderMinutes?: number | null;
            /** @description Who is invited no longer. */
            removeAttendees?: string[];
            /** @description True: the whole series, not this one time. */
            series?: boolean;
            /**
             * @description What others see meanwhile.
             * @enum {string}
             */
            showAs?: "free" | "tentative" | "busy" | "oof" | "workingElsewhere";
            /** @description As in calendar_create_event. */
            start?: string;
            /** @description Its new name. */
            subject?: string;
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
        };
        CalendarUpdateEventResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            event?: {
                /** @description With offset; the last day where isAllDay. */
                end: string;
                id: string;
                isAllDay: boolean;
                isCancelled?: boolean;
                /** @description Of somebody else, so only its time is shown. */
                isPrivate?: boolean;
                /** @description Of the online meeting. */
                joinUrl?: string;
                location?: string;
                /** @description organizer, accepted, declined, notResponded, … */
                myResponse?: string;
                organizer?: {
                    address?: string;
                    name?: string;
                };
                /** @description It repeats: the id of the whole series. */
                seriesId?: string;
                showAs?: string;
                /** @description With offset; a day where isAllDay. */
                start: string;
                subject?: string;
            };
        };
        CalendarViewResult: {
            events: {
                /** @description With offset; the last day where isAllDay. */
                end?: string;
                id: string;
                isAllDay?: boolean;
                isCancelled?: boolean;
                /** @description Of somebody else, so only its time is shown. */
                isPrivate?: boolean;
                /** @description Of the online meeting. */
                joinUrl?: string;
                location?: string;
                /** @description organizer, accepted, declined, notResponded, … */
                myResponse?: string;
                organizer?: {
                    address?: string;
                    name?: string;
                };
                /** @description It repeats: the id of the whole series. */
                seriesId?: string;
                showAs?: string;
                /** @description With offset; a day where isAllDay. */
                start?: string;
                subject?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            timeZone: string;
        };
        CompleteAuthenticationInput: {
            /** @description As wait_for_callback answered it. */
            auth_code: string;
            /** @description The same as in authenticate_account. */
            callback_base_url: string;
        };
        CompleteAuthenticationResult: {
            /** @description For get_user_profile, of this caller only. */
            access_token: string;
            /** @description Seconds. */
            expires_in: number;
            success: boolean;
        };
        FilesGetLinkResult: {
            item: {
                bytes?: number;
                driveId?: string;
                /** @description Path of the folder that it is in. */
                folder?: string;
                id: string;
                /** @description Of a folder: how many are in it. */
                items?: number;
                /** @enum {string} */
                kind: "file" | "folder";
                mediaType?: string;
                modifiedAt?: string;
                modifiedBy?: string;
                name: string;
                /** @description Where people open it. */
                url?: string;
            };
        };
        FilesListDrivesResult: {
            drives: {
                id: string;
                /** @description business or personal: of a person; documentLibrary: of a group. */
                kind?: string;
                name?: string;
                owner?: string;
                url?: string;
                usedBytes?: number;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        FilesListResult: {
            items: {
                bytes?: number;
                driveId?: string;
                /** @description Path of the folder that it is in. */
                folder?: string;
                id: string;
                /** @description Of a folder: how many are in it. */
                items?: number;
                /** @enum {string} */
                kind?: "file" | "folder";
                mediaType?: string;
                modifiedAt?: string;
                modifiedBy?: string;
                name?: string;
                /** @description Where people open it. */
                url?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        FilesReadTextResult: {
            item: {
                bytes?: number;
                driveId?: string;
                /** @description Path of the folder that it is in. */
                folder?: string;
                id: string;
                /** @description Of a folder: how many are in it. */
                items?: number;
                /** @enum {string} */
                kind: "file" | "folder";
                mediaType?: string;
                modifiedAt?: string;
                modifiedBy?: string;
                name: string;
                /** @description Where people open it. */
                url?: string;
            };
            /** @description Of the whole text, in characters. */
            length?: number;
            /** @description Null: that was the rest. */
            nextOffset: number | null;
            note?: string;
            /** @description Null: it has none that can be read; see note. */
            text: string | null;
        };
        FilesSearchResult: {
            items: {
                bytes?: number;
                driveId?: string;
                /** @description Path of the folder that it is in. */
                folder?: string;
                id: string;
                /** @description Of a folder: how many are in it. */
                items?: number;
                /** @enum {string} */
                kind?: "file" | "folder";
                mediaType?: string;
                modifiedAt?: string;
                modifiedBy?: string;
                name?: string;
                /** @description Where people open it. */
                url?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        GetUserProfileInput: {
            /** @description As complete_authentication answered it. */
            access_token: string;
        };
        GetUserProfileResult: {
            displayName: string | null;
            mail: string | null;
            userPrincipalName: string | null;
        };
        GroupsGetResult: {
            group: {
                description?: string;
                hasTeam: boolean;
                id: string;
                /**
                 * @description Only those of microsoft365 hold plans.
                 * @enum {string}
                 */
                kind: "microsoft365" | "other";
                mail?: string;
                name: string;
                visibility?: string;
            };
        };
        GroupsListMembersResult: {
            group: {
                id: string;
                name: string;
            };
            members: {
                department?: string;
                id: string;
                jobTitle?: string;
                mail?: string;
                name?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        GroupsListMineResult: {
            groups: {
                description?: string;
                hasTeam?: boolean;
                id: string;
                /**
                 * @description Only those of microsoft365 hold plans.
                 * @enum {string}
                 */
                kind?: "microsoft365" | "other";
                mail?: string;
                name?: string;
                visibility?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        MailAddAttachmentInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Left out: that of the address. */
            name?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Of the file. */
            url: string;
        };
        MailAddAttachmentResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            attachment?: {
                name: string;
                size: number;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
        };
        MailCopyInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Name or id, or inbox, drafts, sentitems, deleteditems, archive, junkemail. */
            folder: string;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Whose; default: yours. */
            person?: string;
        };
        MailCopyResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            message?: {
                folder: string;
                id: string;
            };
        };
        MailCreateDraftInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Copies to, unseen by the others. */
            bcc?: string[];
            /** @description The text. */
            body: string;
            /** @description Copies to. */
            cc?: string[];
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            format: "markdown" | "text";
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /**
             * @description Left out: normal, or as it is.
             * @enum {string}
             */
            importance?: "low" | "normal" | "high";
            /** @description Whose; default: yours. */
            person?: string;
            /**
             * @description Its subject.
             * @default
             */
            subject: string;
            /**
             * @description Names or addresses.
             * @default []
             */
            to: string[];
        };
        MailCreateDraftResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            draft?: {
                id: string;
                webLink?: string;
            };
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
        };
        MailCreateFolderInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Its name. */
            name: string;
            /** @description Folder in which to make it. Left out: at the top. */
            parent?: string;
            /** @description Whose; default: yours. */
            person?: string;
        };
        MailCreateFolderResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            folder?: {
                id: string;
                name: string;
            };
        };
        MailCreateUploadLinkInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /**
             * @description Its type: application/pdf.
             * @default application/octet-stream
             */
            contentType: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Of the file: report.pdf. */
            name: string;
            /** @description Whose; default: yours. */
            person?: string;
        };
        MailCreateUploadLinkResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            link?: {
                /** @description UTC, 15 minutes from now. It can be used once. */
                expiresAt: string;
                maxBytes: number;
                /** @constant */
                method: "PUT";
                /** @description Whoever has it may send one file. */
                url: string;
            };
        };
        MailDeleteResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            deleted?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            id?: string;
        };
        MailForwardInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description True: leave it as a draft. */
            asDraft?: boolean;
            /**
             * @description The text.
             * @default
             */
            body: string;
            /** @description Besides whom it goes to anyway. */
            cc?: string[];
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            format: "markdown" | "text";
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Names or addresses. */
            to?: string[];
        };
        MailForwardResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            /** @description Of the answer. */
            id?: string;
            sent?: boolean;
        };
        MailGetAttachmentResult: {
            /** @description Only where it is text. */
            body?: string;
            contentType?: string;
            id: string;
            /** @description Only where true: a picture within the text. */
            isInline?: boolean;
            /**
             * @description item: a message or event; link: a file elsewhere.
             * @enum {string}
             */
            kind: "file" | "item" | "link";
            name: string;
            /** @description Send it as offset to read on. */
            nextOffset?: number;
            /** @description Bytes, about. */
            size?: number;
            /** @description Only where true: there is more. */
            truncated?: boolean;
            /** @description GET it with the same key or token. */
            url: string;
        };
        MailGetMessageResult: {
            attachments?: {
                contentType?: string;
                id: string;
                /** @description Only where true: a picture within the text. */
                isInline?: boolean;
                /**
                 * @description item: a message or event; link: a file elsewhere.
                 * @enum {string}
                 */
                kind: "file" | "item" | "link";
                name: string;
                /** @description Bytes, about. */
                size?: number;
            }[];
            bcc?: {
                address: string;
                name: string;
            }[];
            body?: string;
            categories?: string[];
            cc?: {
                address: string;
                name: string;
            }[];
            conversationId?: string;
            /** @description Absent: not flagged. */
            flag?: {
                dueAt?: string;
                /** @enum {string} */
                status: "flagged" | "complete";
            };
            from?: {
                address: string;
                name: string;
            };
            hasAttachments: boolean;
            id: string;
            /**
             * @description Absent: normal.
             * @enum {string}
             */
            importance?: "low" | "high";
            /** @description Only where true. */
            isDraft?: boolean;
            isRead: boolean;
            /** @description Send it as offset to read on. */
            nextOffset?: number;
            receivedAt?: string;
            replyTo?: {
                address: string;
                name: string;
            }[];
            sentAt?: string;
            subject: string;
            to: {
                address: string;
                name: string;
            }[];
            /** @description Only where true: there is more. */
            truncated?: boolean;
            webLink?: string;
        };
        MailGetThreadResult: {
            messages: {
                bcc?: {
                    address: string;
                    name: string;
                }[];
                body?: string;
                categories?: string[];
                cc?: {
                    address: string;
                    name: string;
                }[];
                /** @description Absent: not flagged. */
                flag?: {
                    dueAt?: string;
                    /** @enum {string} */
                    status: "flagged" | "complete";
                };
                from?: {
                    address: string;
                    name: string;
                };
                hasAttachments?: boolean;
                id: string;
                /**
                 * @description Absent: normal.
                 * @enum {string}
                 */
                importance?: "low" | "high";
                /** @description Only where true. */
                isDraft?: boolean;
                isRead?: boolean;
                receivedAt?: string;
                replyTo?: {
                    address: string;
                    name: string;
                }[];
                sentAt?: string;
                subject?: string;
                to?: {
                    address: string;
                    name: string;
                }[];
                /** @description Only where true: mail_get_message has more. */
                truncated?: boolean;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        MailListAttachmentsResult: {
            attachments: {
                contentType?: string;
                id: string;
                /** @description Only where true: a picture within the text. */
                isInline?: boolean;
                /**
                 * @description item: a message or event; link: a file elsewhere.
                 * @enum {string}
                 */
                kind?: "file" | "item" | "link";
                name?: string;
                /** @description Bytes, about. */
                size?: number;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        MailListFoldersResult: {
            /** @description Each behind its parent. */
            folders: {
                id: string;
                /** @description Names from the top, as Inbox/Customers. */
                path: string;
                total: number;
                unread: number;
            }[];
            /** @description False: there are more than 500. */
            isComplete: boolean;
        };
        MailListMessagesResult: {
            messages: {
                categories?: string[];
                /** @description Absent: not flagged. */
                flag?: {
                    dueAt?: string;
                    /** @enum {string} */
                    status: "flagged" | "complete";
                };
                from?: {
                    address: string;
                    name: string;
                };
                hasAttachments?: boolean;
                id: string;
                /**
                 * @description Absent: normal.
                 * @enum {string}
                 */
                importance?: "low" | "high";
                /** @description Only where true. */
                isDraft?: boolean;
                isRead?: boolean;
                /** @description The beginning of the text. */
                preview?: string;
                receivedAt?: string;
                subject?: string;
                /** @description Names. */
                to?: string[];
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        MailMoveInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Name or id, or inbox, drafts, sentitems, deleteditems, archive, junkemail. */
            folder: string;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Whose; default: yours. */
            person?: string;
        };
        MailMoveResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            message?: {
                folder: string;
                id: string;
            };
        };
        MailReplyAllInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description True: leave it as a draft. */
            asDraft?: boolean;
            /** @description The text. */
            body: string;
            /** @description Besides whom it goes to anyway. */
            cc?: string[];
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            format: "markdown" | "text";
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Instead of whom Outlook would answer. */
            to?: string[];
        };
        MailReplyAllResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            /** @description Of the answer. */
            id?: string;
            sent?: boolean;
        };
        MailReplyInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description True: leave it as a draft. */
            asDraft?: boolean;
            /** @description The text. */
            body: string;
            /** @description Besides whom it goes to anyway. */
            cc?: string[];
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            format: "markdown" | "text";
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Instead of whom Outlook would answer. */
            to?: string[];
        };
        MailReplyResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            /** @description Of the answer. */
            id?: string;
            sent?: boolean;
        };
        MailSearchResult: {
            messages: {
                categories?: string[];
                /** @description Absent: not flagged. */
                flag?: {
                    dueAt?: string;
                    /** @enum {string} */
                    status: "flagged" | "complete";
                };
                from?: {
                    address: string;
                    name: string;
                };
                hasAttachments?: boolean;
                id: string;
                /**
                 * @description Absent: normal.
                 * @enum {string}
                 */
                importance?: "low" | "high";
                /** @description Only where true. */
                isDraft?: boolean;
                isRead?: boolean;
                /** @description The beginning of the text. */
                preview?: string;
                receivedAt?: string;
                subject?: string;
                /** @description Names. */
                to?: string[];
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        MailSendInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Copies to, unseen by the others. */
            bcc?: string[];
            /** @description The text. */
            body?: string;
            /** @description Copies to. */
            cc?: string[];
            /** @description Id of a draft to send; then nothing of the rest. */
            draft?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            format: "markdown" | "text";
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /**
             * @description Left out: normal, or as it is.
             * @enum {string}
             */
            importance?: "low" | "normal" | "high";
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Its subject. */
            subject?: string;
            /** @description Names or addresses. */
            to?: string[];
        };
        MailSendResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            /** @description Of the message in Sent Items, where it is known. */
            id?: string;
            sent?: boolean;
        };
        MailUpdateDraftInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Copies to, unseen by the others. */
            bcc?: string[];
            /** @description The whole new text. */
            body?: string;
            /** @description Copies to. */
            cc?: string[];
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            format: "markdown" | "text";
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /**
             * @description Left out: normal, or as it is.
             * @enum {string}
             */
            importance?: "low" | "normal" | "high";
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Its subject. */
            subject?: string;
            /** @description Names or addresses. */
            to?: string[];
        };
        MailUpdateDraftResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            draft?: {
                id: string;
            };
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
        };
        MailUpdateMessageInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description All of them. */
            categories?: string[];
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Of the flag, which it sets. */
            dueAt?: string;
            /**
             * @description For follow-up.
             * @enum {string}
             */
            flag?: "flagged" | "complete" | "none";
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /**
             * @description Left out: normal, or as it is.
             * @enum {string}
             */
            importance?: "low" | "normal" | "high";
            /** @description False: unread. */
            isRead?: boolean;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
        };
        MailUpdateMessageResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            message?: {
                categories?: string[];
                /** @description Absent: not flagged. */
                flag?: {
                    dueAt?: string;
                    /** @enum {string} */
                    status: "flagged" | "complete";
                };
                id: string;
                /**
                 * @description Absent: normal.
                 * @enum {string}
                 */
                importance?: "low" | "high";
                isRead: boolean;
            };
        };
        MetadataGetResult: {
            /** @description Of a plan, in board order. */
            buckets?: {
                id: string;
                name?: string | null;
            }[];
            /** @description When Microsoft Graph was asked (UTC). */
            cachedAt: string;
            /** @description Of a plan: its named labels, category1 to category25. */
            categoryDescriptions?: Record<string, unknown>;
            /** @description Of a person or group. */
            displayName?: string | null;
            id: string;
            mail?: string | null;
            /** @description Of a bucket. */
            name?: string | null;
            /** @description Of a bucket or task. */
            planId?: string | null;
            /**
             * @description graph: asked for just now.
             * @enum {string}
             */
            source: "cache" | "graph";
            /** @description True: older than the cache keeps it, because Microsoft Graph does not answer. */
            stale: boolean;
            /** @description Of a plan or task. */
            title?: string | null;
            /** @enum {string} */
            type: "user" | "group" | "plan" | "task" | "bucket";
            /** @description A person's sign-in name. */
            userPrincipalName?: string | null;
        };
        PeopleGetManagerResult: {
            /** @description Null: there is none. */
            manager: {
                department?: string;
                id: string;
                jobTitle?: string;
                mail?: string;
                name: string;
            } | null;
            /** @description Whose manager it is. */
            personId: string;
        };
        PeopleGetMeResult: {
            person: {
                businessPhones?: string[];
                department?: string;
                id: string;
                jobTitle?: string;
                language?: string;
                mail?: string;
                mobilePhone?: string;
                name?: string;
                office?: string;
                userPrincipalName?: string;
            };
        };
        PeopleGetPresenceResult: {
            presences: {
                /** @description InACall, InAMeeting, OutOfOffice … */
                activity?: string;
                /** @description Available, Busy, Away, DoNotDisturb, Offline … */
                availability: string;
                message?: string;
                person: {
                    id: string;
                    name?: string;
                };
            }[];
        };
        PeopleGetResult: {
            person: {
                businessPhones?: string[];
                department?: string;
                id: string;
                jobTitle?: string;
                language?: string;
                mail?: string;
                mobilePhone?: string;
                name?: string;
                office?: string;
                userPrincipalName?: string;
            };
        };
        PeopleListReportsResult: {
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            personId: string;
            reports: {
                department?: string;
                id: string;
                jobTitle?: string;
                mail?: string;
                name?: string;
            }[];
        };
        PeopleSearchResult: {
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            people: {
                department?: string;
                id: string;
                jobTitle?: string;
                mail?: string;
                name?: string;
            }[];
            /** @description Several fit: what to ask. */
            question?: string;
        };
        PlannerAddChecklistItemInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description To stand below this row. */
            after?: string;
            /** @description To stand above this row. */
            before?: string;
            /** @default false */
            checked: boolean;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            title: string;
        };
        PlannerAddChecklistItemResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerAddCommentInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Plain text. */
            text: string;
        };
        PlannerAddCommentResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @constant */
            commented?: true;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            /** @description The task's. */
            id?: string;
        };
        PlannerAddReferenceInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description What is shown for it. */
            title?: string;
            /** @enum {string} */
            type?: "Word" | "Excel" | "PowerPoint" | "Other";
            /** @description http or https. */
            url: string;
        };
        PlannerAddReferenceResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerAssignTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description People: name, mail or id. */
            assign?: string[];
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            unassign?: string[];
        };
        PlannerAssignTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerBulkUpdateTasksInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            ids?: string[];
            set: {
                /** @description Name or category1 to 25. */
                addLabels?: string[];
                /** @description People: name, mail or id. */
                assign?: string[];
                /** @description Name or id. */
                bucket?: string;
                /** @description A day (2026-12-01) or a time; null clears. */
                dueAt?: string | null;
                /** @description 0, 50 in progress, 100 done. */
                percentComplete?: number;
                /** @description urgent, important, medium, low; or 0 (highest) to 10. */
                priority?: string;
                removeLabels?: string[];
                /** @description Likewise. */
                startAt?: string | null;
                /** @description Likewise. */
                unassign?: string[];
            };
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
            where?: {
                /** @description Name, mail, id or "me". */
                assignee?: string;
                /** @description Name or id. */
                bucket?: string;
                /** @description Due then or later: a day or time. */
                dueAfter?: string;
                /** @description Due then or earlier. */
                dueBefore?: string;
                /** @description Name or category1 to 25. */
                label?: string;
                /** @description True: late and not done. */
                overdue?: boolean;
                /** @description Title or id of the plan. */
                plan: string;
                progress?: ("notStarted" | "inProgress" | "completed")[];
                /** @description In the title. */
                text?: string;
            };
        };
        PlannerBulkUpdateTasksResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            changed?: number;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            failed?: number;
            tasks?: {
                conflicts?: string[];
                id: string;
                /** @enum {string} */
                outcome: "changed" | "unchanged" | "failed";
                problem?: {
                    code: string;
                    detail: string;
                };
                title?: string;
            }[];
            unchanged?: number;
        };
        PlannerCompleteTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
        };
        PlannerCompleteTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerCreateBucketInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description To stand right of this bucket. */
            after?: string;
            /** @description To stand left of this bucket. */
            before?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            name: string;
        };
        PlannerCreateBucketResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            bucket?: {
                id: string;
                name: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
        };
        PlannerCreatePlanInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Whose plan: name, mail address or id. */
            group: string;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            title: string;
        };
        PlannerCreatePlanResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            plan?: {
                /** @description In board order. */
                buckets: {
                    id: string;
                    name: string;
                }[];
                group?: {
                    id: string;
                    name?: string;
                };
                /** @description Where no group holds it: roster and so on. */
                heldBy?: string;
                id: string;
                /** @description Those that have a name. */
                labels: {
                    id: string;
                    name: string;
                }[];
                /**
                 * @description Tandem syncs it; absent: it does not.
                 * @enum {string}
                 */
                sync?: "on" | "paused" | "preview";
                title: string;
            };
        };
        PlannerCreateTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description People: name, mail or id. */
            assignees?: string[];
            /** @description Name or id. */
            bucket?: string;
            checklist?: string[];
            description?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description A day (2026-12-01) or a time; null clears. */
            dueAt?: string | null;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Name or category1 to 25. */
            labels?: string[];
            /** @description Addresses. */
            links?: string[];
            /** @description 0, 50 in progress, 100 done. */
            percentComplete?: number;
            /** @description Title or id of the plan. */
            plan: string;
            /** @description urgent, important, medium, low; or 0 (highest) to 10. */
            priority?: string;
            /** @description Likewise. */
            startAt?: string | null;
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
            title: string;
        };
        PlannerCreateTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            /** @description What could not be written, and why. */
            missing?: string;
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerDeleteBucketResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @constant */
            deleted?: true;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            id?: string;
        };
        PlannerDeletePlanResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @constant */
            deleted?: true;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            id?: string;
        };
        PlannerDeleteTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @constant */
            deleted?: true;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            id?: string;
        };
        PlannerGetPlanResult: {
            /** @description In board order. */
            buckets: {
                id: string;
                name: string;
            }[];
            group?: {
                id: string;
                name?: string;
            };
            /** @description Where no group holds it: roster and so on. */
            heldBy?: string;
            id: string;
            /** @description Those that have a name. */
            labels: {
                id: string;
                name: string;
            }[];
            /**
             * @description Tandem syncs it; absent: it does not.
             * @enum {string}
             */
            sync?: "on" | "paused" | "preview";
            title: string;
        };
        PlannerGetTaskResult: {
            assignees?: {
                id: string;
                name?: string;
            }[];
            bucket?: {
                id: string;
                name?: string;
            };
            checklist?: {
                checked: boolean;
                id: string;
                title: string;
            }[];
            /** @description Done of all: 2/5. */
            checklistDone?: string;
            completedAt?: string;
            completedBy?: {
                id: string;
                kind: string;
                name?: string;
            };
            createdAt?: string;
            createdBy?: {
                id: string;
                kind: string;
                name?: string;
            };
            description?: string;
            dueAt?: string;
            id: string;
            labels?: string[];
            percentComplete: number;
            plan?: {
                id: string;
                name?: string;
            };
            priority: string;
            references?: {
                title?: string;
                type?: string;
                url: string;
            }[];
            startAt?: string;
            /** @description Of tasks that Tandem syncs; pending: on its way. */
            syncState?: string;
            title: string;
            webUrl?: string;
        };
        PlannerListBucketsResult: {
            buckets: {
                id: string;
                name: string;
            }[];
        };
        PlannerListCommentsResult: {
            comments: {
                at?: string;
                from?: {
                    address?: string;
                    name?: string;
                };
                id: string;
                text?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        PlannerListMyTasksResult: {
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            tasks: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete?: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority?: string;
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title?: string;
            }[];
        };
        PlannerListPlansResult: {
            /** @description False: you are in more groups than were looked into. */
            isComplete: boolean;
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            plans: {
                group?: {
                    id: string;
                    name?: string;
                };
                /** @description Where no group holds it: roster and so on. */
                heldBy?: string;
                id: string;
                /**
                 * @description Tandem syncs it; absent: it does not.
                 * @enum {string}
                 */
                sync?: "on" | "paused" | "preview";
                title?: string;
            }[];
        };
        PlannerListTasksResult: {
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            tasks: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete?: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority?: string;
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title?: string;
            }[];
        };
        PlannerMoveTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Name or id. */
            bucket?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Only for a task without a plan. */
            plan?: string;
        };
        PlannerMoveTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerRemoveChecklistItemResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerRemoveReferenceResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerReopenTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /**
             * @description How far it is: 0 not started, 50 in progress.
             * @default 0
             */
            percentComplete: number;
        };
        PlannerReopenTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerSearchTasksResult: {
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            tasks: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete?: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority?: string;
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title?: string;
            }[];
        };
        PlannerUpdateBucketInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description To stand right of this bucket. */
            after?: string;
            /** @description To stand left of this bucket. */
            before?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Its new name. */
            name?: string;
        };
        PlannerUpdateBucketResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            bucket?: {
                id: string;
                name: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
        };
        PlannerUpdateChecklistItemInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description To stand below this row. */
            after?: string;
            /** @description To stand above this row. */
            before?: string;
            checked?: boolean;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Its new title. */
            title?: string;
        };
        PlannerUpdateChecklistItemResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        PlannerUpdatePlanInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            labels?: {
                /** @description category1 to category25, or its name. */
                label: string;
                /** @description Its new name; "" takes it away. */
                name: string;
            }[];
            title?: string;
        };
        PlannerUpdatePlanResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            plan?: {
                /** @description In board order. */
                buckets: {
                    id: string;
                    name: string;
                }[];
                group?: {
                    id: string;
                    name?: string;
                };
                /** @description Where no group holds it: roster and so on. */
                heldBy?: string;
                id: string;
                /** @description Those that have a name. */
                labels: {
                    id: string;
                    name: string;
                }[];
                /**
                 * @description Tandem syncs it; absent: it does not.
                 * @enum {string}
                 */
                sync?: "on" | "paused" | "preview";
                title: string;
            };
        };
        PlannerUpdateTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Name or category1 to 25. */
            addLabels?: string[];
            /** @description People: name, mail or id. */
            assign?: string[];
            /** @description Name or id. */
            bucket?: string;
            /** @description Replaces all of it. */
            description?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description A day (2026-12-01) or a time; null clears. */
            dueAt?: string | null;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description 0, 50 in progress, 100 done. */
            percentComplete?: number;
            /** @description urgent, important, medium, low; or 0 (highest) to 10. */
            priority?: string;
            removeLabels?: string[];
            /** @description Likewise. */
            startAt?: string | null;
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
            title?: string;
            /** @description Likewise. */
            unassign?: string[];
        };
        PlannerUpdateTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            conflicts?: string[];
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                assignees?: {
                    id: string;
                    name?: string;
                }[];
                bucket?: {
                    id: string;
                    name?: string;
                };
                checklist?: {
                    checked: boolean;
                    id: string;
                    title: string;
                }[];
                /** @description Done of all: 2/5. */
                checklistDone?: string;
                completedAt?: string;
                completedBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                createdAt?: string;
                createdBy?: {
                    id: string;
                    kind: string;
                    name?: string;
                };
                description?: string;
                dueAt?: string;
                id: string;
                labels?: string[];
                percentComplete: number;
                plan?: {
                    id: string;
                    name?: string;
                };
                priority: string;
                references?: {
                    title?: string;
                    type?: string;
                    url: string;
                }[];
                startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                syncState?: string;
                title: string;
                webUrl?: string;
            };
        };
        /** @description What went wrong (RFC 9457). */
        Problem: {
            /** @description Stable; decide by this: invalid_json, invalid_input, invalid_cursor, unauthorized, forbidden, insufficient_scope, read_only, write_policy, account_forbidden, account_not_found, reauth_required, login_not_found, login_failed, not_found, plan_not_found, plan_forbidden, graph_forbidden, plan_in_preview, plan_removal_ended, plan_not_stopped, graph_refused, graph_conflict, graph_unavailable, subscription_not_found, subscription_configured, no_public_address, deleted, method_not_allowed, stale_revision, not_deleted, conflict_outdated, approval_not_found, approval_refused, approval_expired, approval_decided, approval_outdated, action_denied, outcome_unknown, not_undoable, body_too_large, unsupported_media_type, idempotency_key_reused, plan_not_linked, too_many_requests, internal, sign_in_unavailable, not_replicated, temporal_unavailable, inbox_full, redis_unavailable. */
            code: string;
            /** @description With stale_revision: the task as it is now. */
            current?: unknown;
            detail?: string;
            /** @description Every field that is wrong. */
            errors?: {
                /** @description What a name may have meant; send the id. */
                candidates?: {
                    department?: string;
                    id: string;
                    jobTitle?: string;
                    mail?: string;
                    name: string;
                }[];
                field: string;
                message: string;
                suggestion?: string;
            }[];
            /** @description Seconds to wait before the same call. */
            retryAfter?: number;
            /** @description With insufficient_scope: the scope that is needed. */
            scope?: string;
            status: number;
            title: string;
            type: string;
        };
        ServerGetHealthResult: {
            /** @description UTC. */
            checkedAt: string;
            counts: {
                failure: number;
                ok: number;
                skipped: number;
                warning: number;
            };
            findings: {
                /** @enum {string} */
                area: "process" | "configuration" | "redis" | "temporal" | "microsoft" | "permissions" | "plans" | "address" | "clock";
                /** @description Names the check for scripts, for instance redis.eviction. Stays the same. */
                check: string;
                /** @description What to do about it; null where there is nothing to do. */
                fix: string | null;
                /** @description What was found, a sentence. */
                found: string;
                /** @description The plan that it is about; null: about none. */
                planId: string | null;
                /**
                 * @description ok; warning: it works, but not for long or not all of it; failure: something that is needed does not work; skipped: could not be found out, found says why.
                 * @enum {string}
                 */
                state: "ok" | "warning" | "failure" | "skipped";
            }[];
            /**
             * @description healthy: all checks are ok; degraded: there are warnings; unhealthy: failures.
             * @enum {string}
             */
            status: "healthy" | "degraded" | "unhealthy";
            tookMs: number;
        };
        SyncAddPlanInput: {
            /** @description Who syncs the plan from now on: the id or sign-in name of an account of yours (auth_list_accounts), or "app". Left out: whoever syncs it already; for a new plan the app where it can read it, else an account of yours that can. */
            account?: string;
            /**
             * @description on: sync from now on; preview: only look first.
             * @enum {string}
             */
            mode: "on" | "preview";
            /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
            planId: string;
        };
        SyncAddPlanResult: {
            /** @description Who synced it before; null: not linked. */
            accountBefore: string | null;
            /** @description The account that syncs it; app: the app itself. */
            accountId: string;
            /** @description What it was before; null: not linked. */
            before: ("on" | "preview" | "paused") | null;
            /** @description Why nothing of the plan is synced now; null where it is. paused: by itself or with everything; reauth_required: the person of its account must sign in again; stopped: too many of its tasks are missing in Planner. */
            hold: ("unlinked" | "paused" | "preview" | "reauth_required" | "stopped") | null;
            /**
             * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
             * @enum {string}
             */
            mode: "on" | "preview" | "paused";
            planId: string;
            title: string;
            /** @description Tasks that were handed to sync with this. */
            waiting: number;
        };
        SyncConfirmDeletionsResult: {
            /** @description Tasks whose deletion was confirmed. */
            confirmed: number;
            planId: string;
        };
        SyncExplainTaskResult: {
            fields: {
                agents: unknown;
                conflict: {
                    agent: {
                        at: string | null;
                        id: string | null;
                    };
                    agentValue: unknown;
                    at: string;
                    /** @description What both sides agreed on before. */
                    base: unknown;
                    /** @description Property of the row, where the values are of that alone. */
                    cell: string | null;
                    decided: string;
                    /** @description task: the whole task, deleted on one side. */
                    field: string;
                    id: string;
                    key: string | null;
                    /** @description The person wrote between the two times. */
                    person: {
                        from: string | null;
                        id: string | null;
                        to: string | null;
                    };
                    personValue: unknown;
                    planId: string | null;
                    resolution: {
                        at: string;
                        by: string;
                        /** @enum {string} */
                        take: "agent" | "person" | "value";
                    } | null;
                    rule: string;
                    taskId: string;
                    /** @enum {string} */
                    winner: "agent" | "person";
                } | null;
                /**
                 * @description Where the next sync carries a value.
                 * @enum {string}
                 */
                difference: "equal" | "to_planner" | "to_agents" | "both";
                field: string;
                lastWrite: {
                    by: {
                        id: string | null;
                        /** @enum {string} */
                        kind: "agent" | "human" | "system";
                        name: string | null;
                    };
                    from: string;
                    how: string;
                    /** @description Written between from and to; equal when known exactly. */
                    to: string;
                } | null;
                planner: unknown;
            }[];
            next: {
                at: string | null;
                text: string;
                /** @enum {string} */
                what: "nothing" | "sync" | "retry" | "wait" | "gone";
            };
            plannerNote: string | null;
            plannerReadAt: string | null;
            summary: string[];
            task: {
                error: {
                    advice: string;
                    at: string;
                    code: string;
                    message: string;
                } | null;
                id: string;
                planId: string | null;
                plannerId: string | null;
                planTitle: string | null;
                rev: number;
                /** @enum {string} */
                state: "pending" | "synced" | "conflict" | "failed" | "local" | "deleted";
                syncedRev: number | null;
                title: string;
                webUrl: string | null;
            };
            workflow: {
                runId: string | null;
                webUrl: string | null;
                workflowId: string;
            } | null;
        };
        SyncGetStatusResult: {
            /** @description What operators were told and is not over yet, the oldest first; the newest 50. */
            alerts: {
                advice: string;
                at: string;
                /** @enum {string} */
                kind: "plan_stopped" | "task_failed" | "conflict" | "permission_lost" | "redis_at_risk" | "document_restored" | "changes_refused" | "circuit_open" | "double_create" | "outcome_unknown" | "reauth_required" | "subscription_failing";
                message: string;
                /** @enum {string} */
                severity: "info" | "warning" | "error" | "resolved";
                subject: string;
            }[];
            /** @description How Microsoft Graph is used and may be used; null when that cannot be read now. */
            graph: {
                requests: {
                    /** @description GRAPH_REQUESTS_PER_MINUTE. */
                    budgetPerMinute: number | null;
                    /** @description What waits for the next minute because the budget is short. */
                    readonly heldLanes: ("waiting" | "sync" | "sweep" | "import")[];
                    /** @description Requests of the last 60 s, of all replicas; each part of a batch is one. */
                    lastMinute: number;
                    /** @description How long a request waits for others to share a batch with while Graph is busy. */
                    lingerMs: number;
                    /** @description Requests that one HTTP request carried on average. */
                    perHttpRequest: number | null;
                    /** @description 0: free; 1: the budget is used up. */
                    pressure: number;
                };
                readonly services: {
                    circuit: {
                        nextProbeAt: string | null;
                        reason: string | null;
                        since: string | null;
                        /**
                         * @description closed: all is well; open: too much failed, so nothing is sent; probing: one request at a time tries.
                         * @enum {string}
                         */
                        state: "closed" | "open" | "probing";
                    };
                    /** @description Not null: Microsoft Graph asked to wait, and nothing is sent until then (UTC). */
                    gate: {
                        closedSince: string;
                        closedUntil: string;
                        reason: string;
                    } | null;
                    /** @description Graph may be asked again; what waited goes little by little. */
                    isDraining: boolean;
                    /** @enum {string} */
                    service: "planner" | "outlook" | "teams" | "todo" | "directory" | "subscriptions" | "other";
                }[];
            } | null;
            /** @description What all servers and workers asked of Microsoft Graph: this hour so far, and the hour before. */
            graphRequests: {
                lastHour: {
                    /** @description A batch is one. */
                    httpRequests: number;
                    /** @description Parts of batches. */
                    subrequests: number;
                };
                thisHour: {
                    /** @description A batch is one. */
                    httpRequests: number;
                    /** @description Parts of batches. */
                    subrequests: number;
                };
            };
            plans: {
                /** @description The account that syncs the plan; app: the app itself. */
                accountId: string;
                /** @description Tasks that cannot be synced; sync.error of each says why. */
                failing: number;
                /** @description How long after people changed something agents heard of it, as measured where Planner tells the time (completed, assigned, created, rows); null without measurements in a week. */
                freshness: {
                    p50Ms: number;
                    p95Ms: number;
                    samples: number;
                } | null;
                /** @description Why nothing of the plan is synced now, and what to do; null where it is. */
                hold: string | null;
                /** @description The next look at Planner comes within this time after the last one, in milliseconds. */
                intervalMs: number | null;
                /** @description Milliseconds since the oldest change that has not reached the other side was made; 0 when all are equal, null when unknown. */
                lag: number | null;
                /** @description When Planner was last read completely, which confirms everything (UTC). */
                lastLook: string | null;
                /** @description With delta: when it was last asked between complete looks (UTC). */
                lastSignal: string | null;
                /**
                 * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
                 * @enum {string}
                 */
                mode: "on" | "preview" | "paused";
                /** @description Why that often. active: something happened lately; quiet: nothing for so long that it is the slowest rhythm; awaited: somebody waits for a change; short_of_budget: slower, because the budget of requests is nearly used up; failing: the last look failed. */
                pace: ("active" | "quiet" | "awaited" | "told" | "short_of_budget" | "failing") | null;
                /** @description Tasks whose newest change has not reached Planner yet. */
                pending: number;
                planId: string;
                /** @description How changes of people are noticed: notification: Microsoft Graph tells of them; delta: it is asked what changed (beta), with complete looks beside it; sweep: by complete looks. Null before the first look. */
                source: ("notification" | "delta" | "sweep") | null;
                /**
                 * @description watching: changes are found in the stated interval; starting: linked, not looked at yet; failing: the last look failed; paused, preview, stopped, reauth_required: nothing is synced, and hold says why.
                 * @enum {string}
                 */
                state: "watching" | "starting" | "stopped" | "failing" | "paused" | "preview" | "reauth_required";
                /** @description Not null: too many tasks are missing in Planner; nothing is deleted until somebody confirms it (sync_confirm_deletions) or they are seen again. */
                stopped: {
                    /** @description Tasks that the last look at Planner missed. */
                    missing: number;
                    /** @description Tasks that were deleted just before the plan stopped. */
                    recent: number;
                    since: string;
                    total: number;
                } | null;
                /** @description The plan's title in Planner; null until it was read. */
                title: string | null;
            }[];
            /** @description Why the status is not healthy, one sentence each; empty when it is. */
            reasons: string[];
            /** @description What Microsoft Graph said when the sources of changes were tried, daily. */
            sources: {
                accountId: string;
                delta: {
                    /**
                     * @description accepted, refused (for good), failed (for now), not_tried.
                     * @enum {string}
                     */
                    answer: "accepted" | "refused" | "failed" | "not_tried";
                    /** @description A sentence for people. */
                    reason: string;
                };
                notification: {
                    /**
                     * @description accepted, refused (for good), failed (for now), not_tried.
                     * @enum {string}
                     */
                    answer: "accepted" | "refused" | "failed" | "not_tried";
                    /** @description A sentence for people. */
                    reason: string;
                };
                /** @description UTC. */
                probedAt: string;
            }[];
            /**
             * @description healthy: changes travel both ways; degraded: writes are safe but travel later; unhealthy: nothing can be written.
             * @enum {string}
             */
            status: "healthy" | "degraded" | "unhealthy";
            workers: {
                /** @description When a worker was last heard of (UTC). */
                lastSeenAt: string | null;
                /** @description Workers heard of within the last minute. */
                seen: number;
            };
        };
        SyncHistoryResult: {
            id: string;
            /** @description Whether these are all that was ever done to it. */
            isComplete: boolean;
            isDeleted: boolean;
            operations: {
                at: string;
                /** @description Who; a person whom Graph does not name has id null. */
                by: {
                    id: string | null;
                    /** @enum {string} */
                    kind: "agent" | "human" | "system";
                };
                /** @enum {string} */
                cause?: "undo" | "resolve";
                changes: {
                    after: unknown;
                    before: unknown;
                    field: string;
                    /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                    key?: string;
                }[];
                /** @enum {string} */
                operation: "create" | "update" | "delete" | "import" | "restore";
                /** @description The revision that it made. */
                rev: number;
            }[];
            title: string;
        };
        SyncListConflictsResult: {
            conflicts: {
                agent: {
                    at: string | null;
                    id: string | null;
                };
                agentValue: unknown;
                at: string;
                /** @description What both sides agreed on before. */
                base: unknown;
                /** @description Property of the row, where the values are of that alone. */
                cell: string | null;
                /** @description task: the whole task, deleted on one side. */
                field: string;
                id: string;
                key: string | null;
                /** @description The person wrote between the two times. */
                person: {
                    from: string | null;
                    id: string | null;
                    to: string | null;
                };
                personValue: unknown;
                planId: string | null;
                resolution: {
                    at: string;
                    by: string;
                    /** @enum {string} */
                    take: "agent" | "person" | "value";
                } | null;
                rule: string;
                taskId: string;
                /** @enum {string} */
                winner: "agent" | "person";
            }[];
            nextCursor: string | null;
        };
        SyncListFailuresResult: {
            failures: {
                /** @description What to do about it. */
                advice: string;
                /** @description Planner's limit where it is one (MaximumTasksInProject), forbidden, bad_request, …; create_undecided. */
                code: string;
                /** @description What Graph said. */
                message: string;
                /** @description When it is tried again by itself (UTC), or one task for all that fail with the same code; earlier when there is room, or when it is changed. null: not known. */
                nextTryAt: string | null;
                /**
                 * @description What could not be done in Planner. delete: the task is gone for agents already.
                 * @enum {string}
                 */
                operation: "create" | "update" | "delete";
                planId: string;
                /** @description Since when it fails like this (UTC). */
                since: string;
                taskId: string;
                title: string | null;
                tries: number;
            }[];
            /** @description How many there are in all. */
            total: number;
        };
        SyncPauseInput: {
            /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
            planId?: string;
        };
        SyncPauseResult: {
            everythingPaused: boolean;
            /** @description The named plan, or all linked ones, as they stand now. */
            plans: {
                /** @description Why nothing of the plan is synced now; null where it is. paused: by itself or with everything; reauth_required: the person of its account must sign in again; stopped: too many of its tasks are missing in Planner. */
                hold: ("unlinked" | "paused" | "preview" | "reauth_required" | "stopped") | null;
                /**
                 * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
                 * @enum {string}
                 */
                mode: "on" | "preview" | "paused";
                planId: string;
            }[];
            /** @description Tasks that were handed to sync with this. */
            waiting: number;
        };
        SyncPreviewResult: {
            /** @description Of this page. */
            counts: {
                conflicts: number;
                fromPlanner: {
                    delete: number;
                    import: number;
                    update: number;
                };
                toPlanner: {
                    adopt: number;
                    create: number;
                    delete: number;
                    update: number;
                };
                unchanged: number;
            };
            /** @description True: so many tasks are missing in Planner that the plan stops instead of deleting them; the deletes here wait for sync_confirm_deletions. */
            isStopped: boolean;
            /** @description Null: not linked. */
            mode: ("on" | "preview" | "paused") | null;
            nextCursor: string | null;
            planId: string;
            tasks: {
                conflicts: {
                    agentValue: unknown;
                    field: string;
                    /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                    key?: string;
                    personValue: unknown;
                    rule: string;
                    /** @enum {string} */
                    winner: "agent" | "person";
                }[];
                /** @description Why it would not be done at once; null where it would. */
                note: string | null;
                /** @description Null for a task that is new to Planner. */
                plannerId: string | null;
                /** @description Null for a task that is new to the agents. */
                taskId: string | null;
                title: string | null;
                writes: {
                    /**
                     * @description to_planner: people would see it; from_planner: agents would.
                     * @enum {string}
                     */
                    direction: "to_planner" | "from_planner";
                    fields: {
                        field: string;
                        from: unknown;
                        /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                        key?: string;
                        to: unknown;
                    }[];
                    /**
                     * @description import: a task from the board is new to the agents; adopt: a Planner task that an unanswered create of ours has made is taken over.
                     * @enum {string}
                     */
                    operation: "create" | "update" | "delete" | "import" | "adopt";
                }[];
            }[];
            title: string;
            /** @description Tasks that a sync would look at, on all pages. */
            total: number;
        };
        SyncRemovePlanInput: {
            /** @description True: only counts. */
            dryRun?: boolean;
            /**
             * @description What becomes of the agents' copies: keep them as local tasks, or remove them.
             * @enum {string}
             */
            tasks: "keep" | "remove";
        };
        SyncRemovePlanResult: {
            /** @description The agents' tasks of the plan that were released. */
            count: number;
            dryRun: boolean;
            planId: string;
            /** @enum {string} */
            tasks: "keep" | "remove";
            /** @description Changes that had not reached Planner, deletes among them; they never will. */
            unsent: number;
        };
        SyncResetCircuitInput: {
            /**
             * @description As sync_get_status names it under graph.services.
             * @enum {string}
             */
            service?: "planner" | "outlook" | "teams" | "todo" | "directory" | "subscriptions" | "other";
        };
        SyncResetCircuitResult: {
            /** @description Services that are asked again now. */
            closed: ("planner" | "outlook" | "teams" | "todo" | "directory" | "subscriptions" | "other")[];
        };
        SyncResolveConflictInput: {
            /** @description True: also when somebody has changed the value since. */
            overwrite?: boolean;
            /**
             * @description Whose value is to stand.
             * @enum {string}
             */
            take: "agent" | "person" | "value";
            /** @description With take: value. As the field has it, a bucket by id or name; of a row the row, or null to remove it. */
            value?: unknown;
        };
        SyncResolveConflictResult: {
            conflict: {
                agent: {
                    at: string | null;
                    id: string | null;
                };
                agentValue: unknown;
                at: string;
                /** @description What both sides agreed on before. */
                base: unknown;
                /** @description Property of the row, where the values are of that alone. */
                cell: string | null;
                /** @description task: the whole task, deleted on one side. */
                field: string;
                id: string;
                key: string | null;
                /** @description The person wrote between the two times. */
                person: {
                    from: string | null;
                    id: string | null;
                    to: string | null;
                };
                personValue: unknown;
                planId: string | null;
                resolution: {
                    at: string;
                    by: string;
                    /** @enum {string} */
                    take: "agent" | "person" | "value";
                } | null;
                rule: string;
                taskId: string;
                /** @enum {string} */
                winner: "agent" | "person";
            };
            /** @description False: the chosen value stood already. */
            isWritten: boolean;
            /** @description The task's revision; null when it is deleted. */
            rev: number | null;
        };
        SyncResumeInput: {
            /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
            planId?: string;
        };
        SyncResumeResult: {
            everythingPaused: boolean;
            /** @description The named plan, or all linked ones, as they stand now. */
            plans: {
                /** @description Why nothing of the plan is synced now; null where it is. paused: by itself or with everything; reauth_required: the person of its account must sign in again; stopped: too many of its tasks are missing in Planner. */
                hold: ("unlinked" | "paused" | "preview" | "reauth_required" | "stopped") | null;
                /**
                 * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
                 * @enum {string}
                 */
                mode: "on" | "preview" | "paused";
                planId: string;
            }[];
            /** @description Tasks that were handed to sync with this. */
            waiting: number;
        };
        SyncRetryFailureInput: {
            /** @description Only this task. */
            id?: string;
            /** @description Only tasks of this plan, by id or title. */
            planId?: string;
        };
        SyncRetryFailureResult: {
            /** @description Tasks that are tried again now. */
            queued: number;
        };
        SyncRunNowInput: {
            /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
            planId?: string;
        };
        SyncRunNowResult: {
            everythingPaused: boolean;
            /** @description The named plan, or all linked ones, as they stand now. */
            plans: {
                /** @description Why nothing of the plan is synced now; null where it is. paused: by itself or with everything; reauth_required: the person of its account must sign in again; stopped: too many of its tasks are missing in Planner. */
                hold: ("unlinked" | "paused" | "preview" | "reauth_required" | "stopped") | null;
                /**
                 * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
                 * @enum {string}
                 */
                mode: "on" | "preview" | "paused";
                planId: string;
            }[];
            /** @description Tasks that were handed to sync with this. */
            waiting: number;
        };
        SyncUndoInput: {
            /** @description With since: an agent's name. */
            agent?: string;
            /** @description nextCursor of the call before. */
            cursor?: string;
            /** @description True: only says what would happen. */
            dryRun?: boolean;
            /** @description With rev: the task whose operation is taken back. */
            id?: string;
            /** @description Tasks a call; 50 when left out. */
            limit?: number;
            /** @description The revision that the operation made. */
            rev?: number;
            /**
             * Format: date-time
             * @description UTC time; what the agent did from then on is taken back.
             */
            since?: string;
        };
        SyncUndoResult: {
            dryRun: boolean;
            /** @description Not null: what was done before this time is no longer known. */
            knownSince: string | null;
            nextCursor: string | null;
            tasks: {
                id: string;
                /** @description Values that stay, because somebody changed them since. */
                kept: {
                    at: string;
                    /** @description Who; a person whom Graph does not name has id null. */
                    by: {
                        id: string | null;
                        /** @enum {string} */
                        kind: "agent" | "human" | "system";
                    };
                    field: string;
                    /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                    key?: string;
                    rev: number;
                }[];
                /** @description Why nothing was done. */
                note: string | null;
                /**
                 * @description What happened to the task, or with dryRun would happen.
                 * @enum {string}
                 */
                outcome: "changed" | "deleted" | "restored" | "unchanged";
                rev: number;
                title: string;
                undone: {
                    field: string;
                    from: unknown;
                    /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                    key?: string;
                    to: unknown;
                }[];
            }[];
        };
        TaskCreateInput: {
            /** @description Your own section of the description ('--- agent notes ---'); people's words stay. null removes it. */
            agentNotes?: string | null;
            /** @description Labels: category1 to category25, or their names. A list adds (replaces with expectedRev); {add, remove} does both; null empties. */
            appliedCategories?: (string[] | {
                add?: string[];
                remove?: string[];
            }) | null;
            /** @description People, by id, full name or address. A list adds (replaces with expectedRev); {add, remove} does both; null empties. */
            assigneeIds?: (string[] | {
                add?: string[];
                remove?: string[];
            }) | null;
            /** @description Column of the board, by id or name. */
            bucketId?: string | null;
            /** @description Rows to add, or by id to change; others stay. With expectedRev it replaces, in this order; null empties. */
            checklist?: {
                id?: string;
                isChecked?: boolean;
                /** @constant */
                remove?: true;
                title?: string;
            }[] | null;
            /** @description Plain text: replaces all, people's words too. To add yours use agentNotes. */
            description?: string | null;
            /** @description ISO 8601 with zone; a date alone: midnight UTC; null clears. */
            dueDateTime?: string | null;
            /** @description Same key: done once (24 h). */
            idempotencyKey?: string;
            /** @description 0 not started, 1 to 99 in progress, 100 done. */
            percentComplete?: number;
            /** @description By id or title. Default: the configured plan. */
            planId?: string;
            /** @description 1 urgent, 3 important, 5 medium, 9 low. */
            priority?: number;
            /** @description Links to add or change, by url; others stay. With expectedRev it replaces; null empties. */
            references?: {
                alias?: string | null;
                /** @constant */
                remove?: true;
                type?: string | null;
                url: string;
            }[] | null;
            /** @description ISO 8601 with zone; a date alone: midnight UTC; null clears. */
            startDateTime?: string | null;
            /** @description In a few words. */
            title: string;
        };
        TaskCreateResult: {
            /** @description Labels: category1 to category25. */
            appliedCategories: string[];
            /** @description Object ids of people. */
            assigneeIds: string[];
            /** @description Column of the board. */
            bucketId: string | null;
            /** @description In board order. */
            checklist: {
                id: string;
                isChecked: boolean;
                title: string;
            }[];
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            createdAt: string;
            createdBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                id: string | null;
                /** @enum {string} */
                kind: "agent" | "human" | "system";
            };
            /** @description With the section of agentNotes, if there is one. */
            description: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            dueDateTime: string | null;
            /** @description Use it in task_get, task_update and task_delete. */
            id: string;
            /** @description 0 not started, 50 in progress, 100 done. */
            percentComplete: number;
            /** @description Planner plan; null while the task is local. */
            planId: string | null;
            /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
            priority: number;
            references: {
                /** @description The text shown for the link. */
                alias: string | null;
                /** @description PowerPoint, Word, Excel or Other. */
                type: string | null;
                url: string;
            }[];
            /** @description Grows by one with every change, from either side. */
            rev: number;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            startDateTime: string | null;
            sync: {
                error: {
                    advice: string;
                    at: string;
                    code: string;
                    message: string;
                } | null;
                plannerId: string | null;
                /**
                 * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                 * @enum {string}
                 */
                state: "pending" | "synced" | "conflict" | "failed" | "local";
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                syncedAt: string | null;
                /** @description The rev that Planner has. */
                syncedRev: number | null;
                /** @description Where a person sees the task. */
                webUrl: string | null;
            };
            title: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            updatedAt: string;
            updatedBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                id: string | null;
                /** @enum {string} */
                kind: "agent" | "human" | "system";
            };
        };
        TaskEventsSinceResult: {
            /** @description Pass it as "after" next time. */
            cursor: string;
            events: {
                /**
                 * @description created, updated and deleted: content changed; synced, conflict, failed: how sync fares; plan_updated: people named a plan, its buckets or its labels otherwise, and "plan" has them.
                 * @enum {string}
                 */
                action: "created" | "updated" | "deleted" | "synced" | "conflict" | "failed" | "plan_updated";
                /** @description UTC. */
                at: string;
                /** @description Place of this event in the stream. */
                cursor: string;
                /** @description Only with plan_updated. */
                plan?: {
                    /** @description In board order. */
                    buckets: {
                        id: string;
                        name: string;
                    }[];
                    /** @description Names of the labels that have one, by category1 to category25. */
                    categories: Record<string, unknown>;
                    planId: string;
                    title: string;
                };
                /** @description Null with plan_updated. */
                rev: number | null;
                /**
                 * @description planner: a person changed it on the board.
                 * @enum {string}
                 */
                source: "agent" | "planner" | "system";
                /** @description The task after the event; after a deletion what it was; null with plan_updated. */
                task: {
                    /** @description Labels: category1 to category25. */
                    appliedCategories: string[];
                    /** @description Object ids of people. */
                    assigneeIds: string[];
                    /** @description Column of the board. */
                    bucketId: string | null;
                    /** @description In board order. */
                    checklist: {
                        id: string;
                        isChecked: boolean;
                        title: string;
                    }[];
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    createdAt: string;
                    createdBy: {
                        /** @description The agent's name or the person's object id; null when Planner does not say. */
                        id: string | null;
                        /** @enum {string} */
                        kind: "agent" | "human" | "system";
                    };
                    /** @description With the section of agentNotes, if there is one. */
                    description: string;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    dueDateTime: string | null;
                    /** @description Use it in task_get, task_update and task_delete. */
                    id: string;
                    /** @description 0 not started, 50 in progress, 100 done. */
                    percentComplete: number;
                    /** @description Planner plan; null while the task is local. */
                    planId: string | null;
                    /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
                    priority: number;
                    references: {
                        /** @description The text shown for the link. */
                        alias: string | null;
                        /** @description PowerPoint, Word, Excel or Other. */
                        type: string | null;
                        url: string;
                    }[];
                    /** @description Grows by one with every change, from either side. */
                    rev: number;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    startDateTime: string | null;
                    sync: {
                        error: {
                            advice: string;
                            at: string;
                            code: string;
                            message: string;
                        } | null;
                        plannerId: string | null;
                        /**
                         * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                         * @enum {string}
                         */
                        state: "pending" | "synced" | "conflict" | "failed" | "local";
                        /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                        syncedAt: string | null;
                        /** @description The rev that Planner has. */
                        syncedRev: number | null;
                        /** @description Where a person sees the task. */
                        webUrl: string | null;
                    };
                    title: string;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    updatedAt: string;
                    updatedBy: {
                        /** @description The agent's name or the person's object id; null when Planner does not say. */
                        id: string | null;
                        /** @enum {string} */
                        kind: "agent" | "human" | "system";
                    };
                } | null;
                /** @description Null with plan_updated. */
                task_id: string | null;
            }[];
            gap: {
                oldest: string | null;
            } | null;
        };
        TaskGetResult: {
            /** @description Labels: category1 to category25. */
            appliedCategories: string[];
            /** @description Object ids of people. */
            assigneeIds: string[];
            /** @description Column of the board. */
            bucketId: string | null;
            /** @description In board order. */
            checklist: {
                id: string;
                isChecked: boolean;
                title: string;
            }[];
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            createdAt: string;
            createdBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                id: string | null;
                /** @enum {string} */
                kind: "agent" | "human" | "system";
            };
            /** @description With the section of agentNotes, if there is one. */
            description: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            dueDateTime: string | null;
            /** @description Use it in task_get, task_update and task_delete. */
            id: string;
            /** @description 0 not started, 50 in progress, 100 done. */
            percentComplete: number;
            /** @description Planner plan; null while the task is local. */
            planId: string | null;
            /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
            priority: number;
            references: {
                /** @description The text shown for the link. */
                alias: string | null;
                /** @description PowerPoint, Word, Excel or Other. */
                type: string | null;
                url: string;
            }[];
            /** @description Grows by one with every change, from either side. */
            rev: number;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            startDateTime: string | null;
            sync: {
                error: {
                    advice: string;
                    at: string;
                    code: string;
                    message: string;
                } | null;
                plannerId: string | null;
                /**
                 * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                 * @enum {string}
                 */
                state: "pending" | "synced" | "conflict" | "failed" | "local";
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                syncedAt: string | null;
                /** @description The rev that Planner has. */
                syncedRev: number | null;
                /** @description Where a person sees the task. */
                webUrl: string | null;
            };
            title: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            updatedAt: string;
            updatedBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                id: string | null;
                /** @enum {string} */
                kind: "agent" | "human" | "system";
            };
        };
        TaskListResult: {
            nextCursor: string | null;
            tasks: {
                /** @description Labels: category1 to category25. */
                appliedCategories: string[];
                /** @description Object ids of people. */
                assigneeIds: string[];
                /** @description Column of the board. */
                bucketId: string | null;
                /** @description In board order. */
                checklist: {
                    id: string;
                    isChecked: boolean;
                    title: string;
                }[];
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                createdAt: string;
                createdBy: {
                    /** @description The agent's name or the person's object id; null when Planner does not say. */
                    id: string | null;
                    /** @enum {string} */
                    kind: "agent" | "human" | "system";
                };
                /** @description With the section of agentNotes, if there is one. */
                description: string;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                dueDateTime: string | null;
                /** @description Use it in task_get, task_update and task_delete. */
                id: string;
                /** @description 0 not started, 50 in progress, 100 done. */
                percentComplete: number;
                /** @description Planner plan; null while the task is local. */
                planId: string | null;
                /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
                priority: number;
                references: {
                    /** @description The text shown for the link. */
                    alias: string | null;
                    /** @description PowerPoint, Word, Excel or Other. */
                    type: string | null;
                    url: string;
                }[];
                /** @description Grows by one with every change, from either side. */
                rev: number;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                startDateTime: string | null;
                sync: {
                    error: {
                        advice: string;
                        at: string;
                        code: string;
                        message: string;
                    } | null;
                    plannerId: string | null;
                    /**
                     * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                     * @enum {string}
                     */
                    state: "pending" | "synced" | "conflict" | "failed" | "local";
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    syncedAt: string | null;
                    /** @description The rev that Planner has. */
                    syncedRev: number | null;
                    /** @description Where a person sees the task. */
                    webUrl: string | null;
                };
                title: string;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                updatedAt: string;
                updatedBy: {
                    /** @description The agent's name or the person's object id; null when Planner does not say. */
                    id: string | null;
                    /** @enum {string} */
                    kind: "agent" | "human" | "system";
                };
            }[];
        };
        TaskUpdateInput: {
            /** @description Your own section of the description ('--- agent notes ---'); people's words stay. null removes it. */
            agentNotes?: string | null;
            /** @description Labels: category1 to category25, or their names. A list adds (replaces with expectedRev); {add, remove} does both; null empties. */
            appliedCategories?: (string[] | {
                add?: string[];
                remove?: string[];
            }) | null;
            /** @description People, by id, full name or address. A list adds (replaces with expectedRev); {add, remove} does both; null empties. */
            assigneeIds?: (string[] | {
                add?: string[];
                remove?: string[];
            }) | null;
            /** @description Column of the board, by id or name. */
            bucketId?: string | null;
            /** @description Rows to add, or by id to change; others stay. With expectedRev it replaces, in this order; null empties. */
            checklist?: {
                id?: string;
                isChecked?: boolean;
                /** @constant */
                remove?: true;
                title?: string;
            }[] | null;
            /** @description Plain text: replaces all, people's words too. To add yours use agentNotes. */
            description?: string | null;
            /** @description ISO 8601 with zone; a date alone: midnight UTC; null clears. */
            dueDateTime?: string | null;
            /** @description The rev you last saw: refused where there is a newer one (stale_revision). */
            expectedRev?: number;
            /** @description Same key: done once (24 h). */
            idempotencyKey?: string;
            /** @description 0 not started, 1 to 99 in progress, 100 done. */
            percentComplete?: number;
            /** @description Only for a task without a plan: the plan to move it to, by id or title. */
            planId?: string;
            /** @description 1 urgent, 3 important, 5 medium, 9 low. */
            priority?: number;
            /** @description Links to add or change, by url; others stay. With expectedRev it replaces; null empties. */
            references?: {
                alias?: string | null;
                /** @constant */
                remove?: true;
                type?: string | null;
                url: string;
            }[] | null;
            /** @description ISO 8601 with zone; a date alone: midnight UTC; null clears. */
            startDateTime?: string | null;
            /** @description What is to be done, in a few words. */
            title?: string;
        };
        TaskUpdateResult: {
            /** @description Labels: category1 to category25. */
            appliedCategories: string[];
            /** @description Object ids of people. */
            assigneeIds: string[];
            /** @description Column of the board. */
            bucketId: string | null;
            /** @description In board order. */
            checklist: {
                id: string;
                isChecked: boolean;
                title: string;
            }[];
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            createdAt: string;
            createdBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                id: string | null;
                /** @enum {string} */
                kind: "agent" | "human" | "system";
            };
            /** @description With the section of agentNotes, if there is one. */
            description: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            dueDateTime: string | null;
            /** @description Use it in task_get, task_update and task_delete. */
            id: string;
            /** @description 0 not started, 50 in progress, 100 done. */
            percentComplete: number;
            /** @description Planner plan; null while the task is local. */
            planId: string | null;
            /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
            priority: number;
            references: {
                /** @description The text shown for the link. */
                alias: string | null;
                /** @description PowerPoint, Word, Excel or Other. */
                type: string | null;
                url: string;
            }[];
            /** @description Grows by one with every change, from either side. */
            rev: number;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            startDateTime: string | null;
            sync: {
                error: {
                    advice: string;
                    at: string;
                    code: string;
                    message: string;
                } | null;
                plannerId: string | null;
                /**
                 * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                 * @enum {string}
                 */
                state: "pending" | "synced" | "conflict" | "failed" | "local";
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                syncedAt: string | null;
                /** @description The rev that Planner has. */
                syncedRev: number | null;
                /** @description Where a person sees the task. */
                webUrl: string | null;
            };
            title: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            updatedAt: string;
            updatedBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                id: string | null;
                /** @enum {string} */
                kind: "agent" | "human" | "system";
            };
        };
        TaskWaitForChangeResult: {
            changed: boolean;
            /** @description Pass it as "after" next time. */
            cursor: string;
            /** @description What happened, oldest first; empty where only "rev" or a gap says so. */
            events: {
                /**
                 * @description created, updated and deleted: content changed; synced, conflict, failed: how sync fares; plan_updated: people named a plan, its buckets or its labels otherwise, and "plan" has them.
                 * @enum {string}
                 */
                action: "created" | "updated" | "deleted" | "synced" | "conflict" | "failed" | "plan_updated";
                /** @description UTC. */
                at: string;
                /** @description Place of this event in the stream. */
                cursor: string;
                /** @description Only with plan_updated. */
                plan?: {
                    /** @description In board order. */
                    buckets: {
                        id: string;
                        name: string;
                    }[];
                    /** @description Names of the labels that have one, by category1 to category25. */
                    categories: Record<string, unknown>;
                    planId: string;
                    title: string;
                };
                /** @description Null with plan_updated. */
                rev: number | null;
                /**
                 * @description planner: a person changed it on the board.
                 * @enum {string}
                 */
                source: "agent" | "planner" | "system";
                /** @description The task after the event; after a deletion what it was; null with plan_updated. */
                task: {
                    /** @description Labels: category1 to category25. */
                    appliedCategories: string[];
                    /** @description Object ids of people. */
                    assigneeIds: string[];
                    /** @description Column of the board. */
                    bucketId: string | null;
                    /** @description In board order. */
                    checklist: {
                        id: string;
                        isChecked: boolean;
                        title: string;
                    }[];
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    createdAt: string;
                    createdBy: {
                        /** @description The agent's name or the person's object id; null when Planner does not say. */
                        id: string | null;
                        /** @enum {string} */
                        kind: "agent" | "human" | "system";
                    };
                    /** @description With the section of agentNotes, if there is one. */
                    description: string;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    dueDateTime: string | null;
                    /** @description Use it in task_get, task_update and task_delete. */
                    id: string;
                    /** @description 0 not started, 50 in progress, 100 done. */
                    percentComplete: number;
                    /** @description Planner plan; null while the task is local. */
                    planId: string | null;
                    /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
                    priority: number;
                    references: {
                        /** @description The text shown for the link. */
                        alias: string | null;
                        /** @description PowerPoint, Word, Excel or Other. */
                        type: string | null;
                        url: string;
                    }[];
                    /** @description Grows by one with every change, from either side. */
                    rev: number;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    startDateTime: string | null;
                    sync: {
                        error: {
                            advice: string;
                            at: string;
                            code: string;
                            message: string;
                        } | null;
                        plannerId: string | null;
                        /**
                         * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                         * @enum {string}
                         */
                        state: "pending" | "synced" | "conflict" | "failed" | "local";
                        /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                        syncedAt: string | null;
                        /** @description The rev that Planner has. */
                        syncedRev: number | null;
                        /** @description Where a person sees the task. */
                        webUrl: string | null;
                    };
                    title: string;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    updatedAt: string;
                    updatedBy: {
                        /** @description The agent's name or the person's object id; null when Planner does not say. */
                        id: string | null;
                        /** @enum {string} */
                        kind: "agent" | "human" | "system";
                    };
                } | null;
                /** @description Null with plan_updated. */
                task_id: string | null;
            }[];
            /** @description Not null: events after "after" are no longer kept; read the tasks anew with task_list. */
            gap: {
                oldest: string | null;
            } | null;
            /** @description With "id": the task as it stands now; null where it was deleted. */
            task: {
                /** @description Labels: category1 to category25. */
                appliedCategories: string[];
                /** @description Object ids of people. */
                assigneeIds: string[];
                /** @description Column of the board. */
                bucketId: string | null;
                /** @description In board order. */
                checklist: {
                    id: string;
                    isChecked: boolean;
                    title: string;
                }[];
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                createdAt: string;
                createdBy: {
                    /** @description The agent's name or the person's object id; null when Planner does not say. */
                    id: string | null;
                    /** @enum {string} */
                    kind: "agent" | "human" | "system";
                };
                /** @description With the section of agentNotes, if there is one. */
                description: string;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                dueDateTime: string | null;
                /** @description Use it in task_get, task_update and task_delete. */
                id: string;
                /** @description 0 not started, 50 in progress, 100 done. */
                percentComplete: number;
                /** @description Planner plan; null while the task is local. */
                planId: string | null;
                /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
                priority: number;
                references: {
                    /** @description The text shown for the link. */
                    alias: string | null;
                    /** @description PowerPoint, Word, Excel or Other. */
                    type: string | null;
                    url: string;
                }[];
                /** @description Grows by one with every change, from either side. */
                rev: number;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                startDateTime: string | null;
                sync: {
                    error: {
                        advice: string;
                        at: string;
                        code: string;
                        message: string;
                    } | null;
                    plannerId: string | null;
                    /**
                     * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                     * @enum {string}
                     */
                    state: "pending" | "synced" | "conflict" | "failed" | "local";
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    syncedAt: string | null;
                    /** @description The rev that Planner has. */
                    syncedRev: number | null;
                    /** @description Where a person sees the task. */
                    webUrl: string | null;
                };
                title: string;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                updatedAt: string;
                updatedBy: {
                    /** @description The agent's name or the person's object id; null when Planner does not say. */
                    id: string | null;
                    /** @enum {string} */
                    kind: "agent" | "human" | "system";
                };
            } | null;
        };
        TeamsCreateChatInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description The others: names, mail addresses or ids. */
            people: string[];
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Makes it a group. */
            topic?: string;
        };
        TeamsCreateChatResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            chat?: {
                id: string;
                kind: string;
                topic?: string;
            };
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
        };
        TeamsListChannelMessagesResult: {
            messages: {
                /** @description Names. */
                attachments?: string[];
                /** @description Markdown. */
                body?: string;
                createdAt?: string;
                editedAt?: string;
                from?: {
                    id?: string;
                    name: string;
                };
                id: string;
                importance?: string;
                /** @description The text is longer. */
                isCut?: boolean;
                mentions?: string[];
                replyCount?: number;
                subject?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        TeamsListChannelsResult: {
            channels: {
                description?: string;
                id: string;
                /** @description standard, private or shared. */
                kind?: string;
                name?: string;
                webUrl?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        TeamsListChatMessagesResult: {
            messages: {
                /** @description Names. */
                attachments?: string[];
                /** @description Markdown. */
                body?: string;
                createdAt?: string;
                editedAt?: string;
                from?: {
                    id?: string;
                    name: string;
                };
                id: string;
                importance?: string;
                /** @description The text is longer. */
                isCut?: boolean;
                mentions?: string[];
                replyCount?: number;
                subject?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        TeamsListChatsResult: {
            chats: {
                id: string;
                isUnread?: boolean;
                /** @description oneOnOne, group or meeting. */
                kind?: string;
                lastMessage?: {
                    createdAt?: string;
                    from?: string;
                    text: string;
                };
                /** @description Who is in it besides. */
                people?: string[];
                topic?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        TeamsListRepliesResult: {
            messages: {
                /** @description Names. */
                attachments?: string[];
                /** @description Markdown. */
                body?: string;
                createdAt?: string;
                editedAt?: string;
                from?: {
                    id?: string;
                    name: string;
                };
                id: string;
                importance?: string;
                /** @description The text is longer. */
                isCut?: boolean;
                mentions?: string[];
                replyCount?: number;
                subject?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        TeamsListTeamsResult: {
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            teams: {
                description?: string;
                id: string;
                name?: string;
            }[];
        };
        TeamsPostMessageInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Markdown; @Maya Okafor mentions her. */
            body: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /**
             * @description Urgent notifies again and again.
             * @enum {string}
             */
            importance?: "normal" | "high" | "urgent";
            /** @description More people to mention: names, mail addresses or ids. */
            mentions?: string[];
            /** @description Its headline. */
            subject?: string;
        };
        TeamsPostMessageResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            message?: {
                chatId?: string;
                createdAt?: string;
                id: string;
                webUrl?: string;
            };
        };
        TeamsReplyInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Markdown; @Maya Okafor mentions her. */
            body: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /**
             * @description Urgent notifies again and again.
             * @enum {string}
             */
            importance?: "normal" | "high" | "urgent";
            /** @description More people to mention: names, mail addresses or ids. */
            mentions?: string[];
        };
        TeamsReplyResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            message?: {
                chatId?: string;
                createdAt?: string;
                id: string;
                webUrl?: string;
            };
        };
        TeamsSearchMessagesResult: {
            messages: {
                channelId?: string;
                chatId?: string;
                createdAt?: string;
                from?: string;
                id: string;
                subject?: string;
                teamId?: string;
                /** @description The words around what was found. */
                text?: string;
                webUrl?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        TeamsSendChatMessageInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Markdown; @Maya Okafor mentions her. */
            body: string;
            /** @description Id, topic, or name of the other person. */
            chat?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /**
             * @description Urgent notifies again and again.
             * @enum {string}
             */
            importance?: "normal" | "high" | "urgent";
            /** @description More people to mention: names, mail addresses or ids. */
            mentions?: string[];
            /** @description Instead: names, mail addresses or ids. */
            people?: string[];
        };
        TeamsSendChatMessageResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            message?: {
                chatId?: string;
                createdAt?: string;
                id: string;
                webUrl?: string;
            };
        };
        TodoAddChecklistItemInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            isChecked?: boolean;
            /** @description Its list, by name or id. Left out: all are looked through. */
            list?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description What to do. */
            title: string;
        };
        TodoAddChecklistItemResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            item?: {
                id: string;
                isChecked: boolean;
                title: string;
            };
        };
        TodoAddLinkedResourceInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /**
             * @description Where it comes from.
             * @default Tandem
             */
            app: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Its list, by name or id. Left out: all are looked through. */
            list?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description What people see of it. */
            title: string;
            /** Format: uri */
            url: string;
        };
        TodoAddLinkedResourceResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            link?: {
                app?: string;
                id: string;
                title?: string;
                url?: string;
            };
        };
        TodoCompleteTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Its list, by name or id. Left out: all are looked through. */
            list?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
        };
        TodoCompleteTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                body?: string;
                categories?: string[];
                checklist?: {
                    id: string;
                    isChecked: boolean;
                    title: string;
                }[];
                completedAt?: string;
                dueAt?: string;
                id: string;
                /** @description Absent: normal. */
                importance?: string;
                links?: {
                    app?: string;
                    id: string;
                    title?: string;
                    url?: string;
                }[];
                list: {
                    id: string;
                    name: string;
                };
                modifiedAt?: string;
                recurrence?: {
                    count?: number;
                    /** @enum {string} */
                    frequency: "daily" | "weekly" | "monthly" | "yearly";
                    /**
                     * @description Every so many days, weeks, …
                     * @default 1
                     */
                    interval: number;
                    /** @description Last day. */
                    until?: string;
                    /** @description Left out: that of the first. */
                    weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                    /**
                     * @description With weekdays: the second Tuesday.
                     * @enum {string}
                     */
                    weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
                };
                remindAt?: string;
                status: string;
                title: string;
            };
        };
        TodoCreateListInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Its name. */
            name: string;
            /** @description Whose; default: yours. */
            person?: string;
        };
        TodoCreateListResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            list?: {
                id: string;
                isShared: boolean;
                /** @description defaultList: where tasks go that name no list; flaggedEmails: flagged mail; none. */
                kind: string;
                name: string;
            };
        };
        TodoCreateTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Notes, as plain text. */
            body?: string | null;
            categories?: string[];
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description A day: 2026-11-26. */
            dueAt?: string | null;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @enum {string} */
            importance?: "low" | "normal" | "high";
            /** @description By name or id. Left out: the default. */
            list?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description It comes again when it is completed. */
            recurrence?: {
                count?: number;
                /** @enum {string} */
                frequency: "daily" | "weekly" | "monthly" | "yearly";
                /**
                 * @description Every so many days, weeks, …
                 * @default 1
                 */
                interval: number;
                /** @description Last day. */
                until?: string;
                /** @description Left out: that of the first. */
                weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                /**
                 * @description With weekdays: the second Tuesday.
                 * @enum {string}
                 */
                weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
            } | null;
            /** @description A time; a reminder is shown then. */
            remindAt?: string | null;
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
            title: string;
        };
        TodoCreateTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                body?: string;
                categories?: string[];
                checklist?: {
                    id: string;
                    isChecked: boolean;
                    title: string;
                }[];
                completedAt?: string;
                dueAt?: string;
                id: string;
                /** @description Absent: normal. */
                importance?: string;
                links?: {
                    app?: string;
                    id: string;
                    title?: string;
                    url?: string;
                }[];
                list: {
                    id: string;
                    name: string;
                };
                modifiedAt?: string;
                recurrence?: {
                    count?: number;
                    /** @enum {string} */
                    frequency: "daily" | "weekly" | "monthly" | "yearly";
                    /**
                     * @description Every so many days, weeks, …
                     * @default 1
                     */
                    interval: number;
                    /** @description Last day. */
                    until?: string;
                    /** @description Left out: that of the first. */
                    weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                    /**
                     * @description With weekdays: the second Tuesday.
                     * @enum {string}
                     */
                    weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
                };
                remindAt?: string;
                status: string;
                title: string;
            };
        };
        TodoDeleteListResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            deleted?: {
                id: string;
                name: string;
            };
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
        };
        TodoDeleteTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            deleted?: {
                id: string;
                title: string;
            };
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
        };
        TodoGetTaskResult: {
            task: {
                body?: string;
                categories?: string[];
                checklist?: {
                    id: string;
                    isChecked: boolean;
                    title: string;
                }[];
                completedAt?: string;
                dueAt?: string;
                id: string;
                /** @description Absent: normal. */
                importance?: string;
                links?: {
                    app?: string;
                    id: string;
                    title?: string;
                    url?: string;
                }[];
                list?: {
                    id: string;
                    name: string;
                };
                modifiedAt?: string;
                recurrence?: {
                    count?: number;
                    /** @enum {string} */
                    frequency: "daily" | "weekly" | "monthly" | "yearly";
                    /**
                     * @description Every so many days, weeks, …
                     * @default 1
                     */
                    interval: number;
                    /** @description Last day. */
                    until?: string;
                    /** @description Left out: that of the first. */
                    weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                    /**
                     * @description With weekdays: the second Tuesday.
                     * @enum {string}
                     */
                    weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
                };
                remindAt?: string;
                status?: string;
                title?: string;
            };
        };
        TodoListListsResult: {
            lists: {
                id: string;
                isShared?: boolean;
                /** @description defaultList: where tasks go that name no list; flaggedEmails: flagged mail; none. */
                kind?: string;
                name?: string;
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
        };
        TodoListTasksResult: {
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            tasks: {
                body?: string;
                categories?: string[];
                checklist?: {
                    id: string;
                    isChecked: boolean;
                    title: string;
                }[];
                completedAt?: string;
                dueAt?: string;
                id: string;
                /** @description Absent: normal. */
                importance?: string;
                links?: {
                    app?: string;
                    id: string;
                    title?: string;
                    url?: string;
                }[];
                list?: {
                    id: string;
                    name: string;
                };
                modifiedAt?: string;
                recurrence?: {
                    count?: number;
                    /** @enum {string} */
                    frequency: "daily" | "weekly" | "monthly" | "yearly";
                    /**
                     * @description Every so many days, weeks, …
                     * @default 1
                     */
                    interval: number;
                    /** @description Last day. */
                    until?: string;
                    /** @description Left out: that of the first. */
                    weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                    /**
                     * @description With weekdays: the second Tuesday.
                     * @enum {string}
                     */
                    weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
                };
                remindAt?: string;
                status?: string;
                title?: string;
            }[];
        };
        TodoRemoveChecklistItemResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            removed?: {
                id: string;
                isChecked: boolean;
                title: string;
            };
        };
        TodoRemoveLinkedResourceResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            removed?: {
                app?: string;
                id: string;
                title?: string;
                url?: string;
            };
        };
        TodoUpdateChecklistItemInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            isChecked?: boolean;
            /** @description Its list, by name or id. Left out: all are looked through. */
            list?: string;
            /** @description Whose; default: yours. */
            person?: string;
            title?: string;
        };
        TodoUpdateChecklistItemResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            item?: {
                id: string;
                isChecked: boolean;
                title: string;
            };
        };
        TodoUpdateListInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @description Its new name. */
            name: string;
            /** @description Whose; default: yours. */
            person?: string;
        };
        TodoUpdateListResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            list?: {
                id: string;
                isShared: boolean;
                /** @description defaultList: where tasks go that name no list; flaggedEmails: flagged mail; none. */
                kind: string;
                name: string;
            };
        };
        TodoUpdateTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            account?: string;
            /** @description Notes, as plain text. */
            body?: string | null;
            categories?: string[];
            /** @description Only say what would be done. */
            dryRun?: boolean;
            /** @description A day: 2026-11-26. */
            dueAt?: string | null;
            /** @description Same key: done once. */
            idempotencyKey?: string;
            /** @enum {string} */
            importance?: "low" | "normal" | "high";
            /** @description Its list, by name or id. Left out: all are looked through. */
            list?: string;
            /** @description Whose; default: yours. */
            person?: string;
            /** @description It comes again when it is completed. */
            recurrence?: {
                count?: number;
                /** @enum {string} */
                frequency: "daily" | "weekly" | "monthly" | "yearly";
                /**
                 * @description Every so many days, weeks, …
                 * @default 1
                 */
                interval: number;
                /** @description Last day. */
                until?: string;
                /** @description Left out: that of the first. */
                weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                /**
                 * @description With weekdays: the second Tuesday.
                 * @enum {string}
                 */
                weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
            } | null;
            /** @description A time; a reminder is shown then. */
            remindAt?: string | null;
            /** @enum {string} */
            status?: "notStarted" | "inProgress" | "waitingOnOthers" | "deferred" | "completed";
            /** @description Of all times, by IANA or Windows name. */
            timeZone?: string;
            title?: string;
        };
        TodoUpdateTaskResult: {
            actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            approval?: {
                effect: string;
                expiresAt: string;
                id: string;
                message: string;
                /** @enum {string} */
                state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                url: string;
            };
            /** @description True: actions_undo takes it back. */
            canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            dryRun?: {
                details: Record<string, unknown>;
                effect: string;
            };
            task?: {
                body?: string;
                categories?: string[];
                checklist?: {
                    id: string;
                    isChecked: boolean;
                    title: string;
                }[];
                completedAt?: string;
                dueAt?: string;
                id: string;
                /** @description Absent: normal. */
                importance?: string;
                links?: {
                    app?: string;
                    id: string;
                    title?: string;
                    url?: string;
                }[];
                list: {
                    id: string;
                    name: string;
                };
                modifiedAt?: string;
                recurrence?: {
                    count?: number;
                    /** @enum {string} */
                    frequency: "daily" | "weekly" | "monthly" | "yearly";
                    /**
                     * @description Every so many days, weeks, …
                     * @default 1
                     */
                    interval: number;
                    /** @description Last day. */
                    until?: string;
                    /** @description Left out: that of the first. */
                    weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                    /**
                     * @description With weekdays: the second Tuesday.
                     * @enum {string}
                     */
                    weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
                };
                remindAt?: string;
                status: string;
                title: string;
            };
        };
        ToolsCallInput: {
            /** @description What it takes. */
            arguments?: {
                [key: string]: unknown;
            };
        };
        ToolsCallResult: Record<string, unknown>;
        ToolsSearchResult: {
            /** @description How many others fit less well. */
            more: number;
            tools: {
                allowed: boolean;
                description: string;
                /** @description JSON Schema of its arguments; only where it is allowed. */
                inputSchema?: Record<string, unknown>;
                name: string;
                readOnly: boolean;
                /** @description Why it is not allowed. */
                reason?: string;
                /**
                 * @description Why a person may be asked before it is done.
                 * @enum {string}
                 */
                risk?: "send" | "post" | "cancel" | "delete" | "bulk";
                title: string;
            }[];
        };
        WaitForCallbackInput: {
            /** @description As authenticate_account answered it. */
            state: string;
            /** @description Seconds to wait at most; 60 when left out. */
            timeout?: number;
        };
        WaitForCallbackResult: {
            /** @description Counts once, for ten minutes. Null: "message" says why. */
            auth_code: string | null;
            message?: string;
            state: string;
            success: boolean;
        };
        WebhookGetHealthResult: {
            address: {
                /** @description When somebody last made the handshake with which Graph tries the address (UTC); null: never. */
                handshakeAt: string | null;
                /** @description What is missing so that Graph can reach this server. */
                missing: string | null;
                /** @description Where Graph sends notifications; null: no public address is set. */
                notificationUrl: string | null;
            };
            notifications: {
                /** @description Those of our subscriptions, with the right secret. */
                accepted: number;
                /** @description Dropped: encrypted content for which Microsoft does not vouch. */
                invalidToken: number;
                /** @description When the last event was told (UTC); null: never. */
                lastPublishedAt: string | null;
                /** @description When the last notification came (UTC); null: never. */
                lastReceivedAt: string | null;
                /** @description What Graph said about subscriptions themselves. */
                lifecycle: number;
                /** @description Dropped: not in the form of a notification. */
                malformed: number;
                /** @description Events told to agents. */
                published: number;
                /** @description Notifications that came, since ever, as all of these. */
                received: number;
                /** @description Sent by Graph more than once, told once. */
                repeated: number;
                /** @description Encrypted content with a wrong signature; Graph was asked instead. */
                tampered: number;
                /** @description Dropped: of subscriptions that are not ours (any more). */
                unknown: number;
                /** @description Dropped: with a wrong secret. */
                wrongState: number;
            };
            /** @description Why the status is not healthy, one sentence each. */
            reasons: string[];
            /**
             * @description healthy: what Graph notifies about reaches agents; degraded: reasons says what is wrong.
             * @enum {string}
             */
            status: "healthy" | "degraded";
            subscriptions: {
                /** @description How many are in each state; webhook_list_subscriptions shows them. */
                byState: Record<string, unknown>;
                /** @description Subscriptions that are wanted. */
                total: number;
            };
            waiting: {
                /** @description Changes that are not fetched and told yet. */
                changes: number;
                /** @description Accepted, not yet with their subscriptions. */
                inbox: number;
                /** @description How long the oldest of them has waited. */
                oldestMs: number | null;
            };
        };
        WebhookListSubscriptionsResult: {
            /** @description Where Microsoft Graph reaches this server; null: nowhere, so it cannot notify. */
            publicAddress: string | null;
            subscriptions: {
                /** @description In whose name it is watched; app: the app itself. */
                accountId: string;
                /** @description The origin that is notified. */
                address: string | null;
                by: string;
                changeTypes: ("created" | "updated" | "deleted")[];
                /** @description When the state was last confirmed or changed (UTC). */
                checkedAt: string | null;
                /** @description What went wrong last, and what to do. */
                error: string | null;
                /** @description When it ends at Microsoft Graph unless it is renewed (UTC). */
                expiresAt: string | null;
                /** @description Stays the same for a resource, also when Microsoft Graph has a new one. */
                id: string;
                includeResourceData: boolean;
                /**
                 * @description Changes are published on the channel notifications:<kind>; plans has none: the plan is looked at.
                 * @enum {string}
                 */
                kind: "mail" | "calendar" | "teams" | "users" | "groups" | "todo" | "plans";
                /** @description When the last notification came (UTC). */
                lastNotificationAt: string | null;
                /**
                 * @description configuration: from SUBSCRIPTIONS; watch: for a linked plan.
                 * @enum {string}
                 */
                origin: "configuration" | "operation" | "watch";
                /** @description When it is renewed (UTC). */
                renewAt: string | null;
                resource: string;
                /**
                 * @description active: Microsoft Graph notifies. Others than creating and removing: why it does not.
                 * @enum {string}
                 */
                state: "creating" | "active" | "removing" | "permission_lost" | "quota" | "address_unreachable" | "duplicate" | "rejected" | "no_address";
            }[];
        };
        WebhookRenewNowResult: {
            /** @description In whose name it is watched; app: the app itself. */
            accountId: string;
            /** @description The origin that is notified. */
            address: string | null;
            by: string;
            changeTypes: ("created" | "updated" | "deleted")[];
            /** @description When the state was last confirmed or changed (UTC). */
            checkedAt: string | null;
            /** @description What went wrong last, and what to do. */
            error: string | null;
            /** @description When it ends at Microsoft Graph unless it is renewed (UTC). */
            expiresAt: string | null;
            /** @description Stays the same for a resource, also when Microsoft Graph has a new one. */
            id: string;
            includeResourceData: boolean;
            /**
             * @description Changes are published on the channel notifications:<kind>; plans has none: the plan is looked at.
             * @enum {string}
             */
            kind: "mail" | "calendar" | "teams" | "users" | "groups" | "todo" | "plans";
            /** @description When the last notification came (UTC). */
            lastNotificationAt: string | null;
            /**
             * @description configuration: from SUBSCRIPTIONS; watch: for a linked plan.
             * @enum {string}
             */
            origin: "configuration" | "operation" | "watch";
            /** @description When it is renewed (UTC). */
            renewAt: string | null;
            resource: string;
            /**
             * @description active: Microsoft Graph notifies. Others than creating and removing: why it does not.
             * @enum {string}
             */
            state: "creating" | "active" | "removing" | "permission_lost" | "quota" | "address_unreachable" | "duplicate" | "rejected" | "no_address";
        };
        WebhookSubscribeInput: {
            /** @description In whose name: the id or sign-in name of an account of yours (auth_list_accounts), or "app". Left out: the app; of me/… you, or your only account. What the person is told, all agents hear on the channel. */
            account?: string;
            /** @description Of created, updated, deleted; all that the resource has when left out. */
            changeTypes?: string[];
            /** @description True: the change comes encrypted with the notification, so that it need not be fetched. Messages of chats and channels only. */
            includeResourceData?: boolean;
            /** @description The path as Graph has it, without query: users/{id}/messages. With the account of a person also me/messages. */
            resource: string;
        };
        WebhookSubscribeResult: {
            /** @description In whose name it is watched; app: the app itself. */
            accountId: string;
            /** @description The origin that is notified. */
            address: string | null;
            by: string;
            changeTypes: ("created" | "updated" | "deleted")[];
            /** @description When the state was last confirmed or changed (UTC). */
            checkedAt: string | null;
            /** @description What went wrong last, and what to do. */
            error: string | null;
            /** @description When it ends at Microsoft Graph unless it is renewed (UTC). */
            expiresAt: string | null;
            /** @description Stays the same for a resource, also when Microsoft Graph has a new one. */
            id: string;
            includeResourceData: boolean;
            /**
             * @description Changes are published on the channel notifications:<kind>; plans has none: the plan is looked at.
             * @enum {string}
             */
            kind: "mail" | "calendar" | "teams" | "users" | "groups" | "todo" | "plans";
            /** @description When the last notification came (UTC). */
            lastNotificationAt: string | null;
            /**
             * @description configuration: from SUBSCRIPTIONS; watch: for a linked plan.
             * @enum {string}
             */
            origin: "configuration" | "operation" | "watch";
            /** @description When it is renewed (UTC). */
            renewAt: string | null;
            resource: string;
            /**
             * @description active: Microsoft Graph notifies. Others than creating and removing: why it does not.
             * @enum {string}
             */
            state: "creating" | "active" | "removing" | "permission_lost" | "quota" | "address_unreachable" | "duplicate" | "rejected" | "no_address";
        };
        WebhookUnsubscribeResult: {
            /** @description In whose name it is watched; app: the app itself. */
            accountId: string;
            /** @description The origin that is notified. */
            address: string | null;
            by: string;
            changeTypes: ("created" | "updated" | "deleted")[];
            /** @description When the state was last confirmed or changed (UTC). */
            checkedAt: string | null;
            /** @description What went wrong last, and what to do. */
            error: string | null;
            /** @description When it ends at Microsoft Graph unless it is renewed (UTC). */
            expiresAt: string | null;
            /** @description Stays the same for a resource, also when Microsoft Graph has a new one. */
            id: string;
            includeResourceData: boolean;
            /**
             * @description Changes are published on the channel notifications:<kind>; plans has none: the plan is looked at.
             * @enum {string}
             */
            kind: "mail" | "calendar" | "teams" | "users" | "groups" | "todo" | "plans";
            /** @description When the last notification came (UTC). */
            lastNotificationAt: string | null;
            /**
             * @description configuration: from SUBSCRIPTIONS; watch: for a linked plan.
             * @enum {string}
             */
            origin: "configuration" | "operation" | "watch";
            /** @description When it is renewed (UTC). */
            renewAt: string | null;
            resource: string;
            /**
             * @description active: Microsoft Graph notifies. Others than creating and removing: why it does not.
             * @enum {string}
             */
            state: "creating" | "active" | "removing" | "permission_lost" | "quota" | "address_unreachable" | "duplicate" | "rejected" | "no_address";
        };
        WorkListResult: {
            /** @description Sources that could not be read, or not to their end: the list is only a part. */
            missing?: {
                code: string;
                detail: string;
                /** @enum {string} */
                source: "planner" | "todo" | "mail";
            }[];
            /** @description For the next page; null: that was all. */
            nextCursor: string | null;
            work: {
                /** @description A day of the time zone: 2026-11-26. */
                dueAt?: string;
                /** @description Of flagged mail. */
                from?: string;
                id: string;
                /** @constant */
                isOverdue?: true;
                list?: {
                    id: string;
                    name: string;
                };
                plan?: {
                    id: string;
                    name?: string;
                };
                /** @enum {string} */
                source?: "planner" | "todo" | "mail";
                title?: string;
                url?: string;
            }[];
        };
    };
    responses: {
        /** @description It is not in the state for that, or has changed since. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not for this caller, or Microsoft Graph does not allow it. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request has problems; `errors` names every one. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or not for this caller. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other failure. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A valid key or token is needed. */
        Unauthorized: {
            headers: {
                /** @description What would be taken. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Redis, Temporal or Microsoft Graph is away. */
        Unavailable: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It can be read, but not be done; the detail says why. */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The same key again: the same answer, and nothing is done twice (24 h). */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    auth_logout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id or sign-in name, as auth_list_accounts shows it. */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthLogoutResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    actions_list: {
        parameters: {
            query?: {
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionsListResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    actions_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description As the action or actions_list answered it. */
                actionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionsUndoResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    task_events_since: {
        parameters: {
            query?: {
                /** @description The cursor of the last call; left out: the newest events. */
                after?: string;
                /** @description Most events to answer; 50 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskEventsSinceResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    task_wait_for_change: {
        parameters: {
            query?: {
                /** @description A cursor: what happened since then counts. Left out: from now on. */
                after?: string;
                /** @description Wait for a change of this task. */
                id?: string;
                /** @description content (default): created, updated, deleted, plan_updated; all: also synced, conflict and failed. */
                kinds?: "content" | "all";
                /** @description Wait for a change in this plan. */
                planId?: string;
                /** @description With "id": the rev that you know; another one is answered at once. */
                rev?: number;
                /** @description Only changes from there; planner: what people did on the board. */
                source?: "agent" | "planner" | "system";
                /** @description How long to wait at most; 25 when left out. */
                timeoutSeconds?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskWaitForChangeResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    task_list: {
        parameters: {
            query?: {
                /** @description Only tasks assigned to this person, by object id, full name or mail address. */
                assignee?: string;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Tasks a page; 50 when left out. */
                limit?: number;
                /** @description Only tasks of this plan, by id or title. */
                planId?: string;
                /** @description Only tasks in this sync state. */
                state?: "pending" | "synced" | "conflict" | "failed" | "local";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskListResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    task_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCreateInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCreateResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCreateResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    task_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The task's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskGetResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    task_delete: {
        parameters: {
            query?: {
                /** @description The rev you last saw: refused where there is a newer one (stale_revision). */
                expectedRev?: number;
                /** @description Same key: done once (24 h). */
                idempotencyKey?: string;
            };
            header?: never;
            path: {
                /** @description The task's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    task_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The task's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TaskUpdateInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskUpdateResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    approvals_list: {
        parameters: {
            query?: {
                /** @description 20 when left out. */
                limit?: number;
                /** @description open: not decided or being done; all (default). */
                state?: "open" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalsListResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    approvals_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the approval. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalsGetResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    approvals_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Of the approval. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalsDecideInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalsDecideResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    approvals_wait: {
        parameters: {
            query?: {
                /** @description How long at most; 25 when left out. */
                timeoutSeconds?: number;
            };
            header?: never;
            path: {
                /** @description Of the approval. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalsWaitResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    audit_list: {
        parameters: {
            query?: {
                /** @description Only of this caller. */
                actor?: string;
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Entries a page; 50 when left out. */
                limit?: number;
                /** @description Only of this operation. */
                operation?: string;
                /** @description refused: or failed. */
                outcome?: "done" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditListResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    authenticate_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthenticateAccountInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthenticateAccountResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    complete_authentication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteAuthenticationInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompleteAuthenticationResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    auth_start_device_login: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AuthStartDeviceLoginInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStartDeviceLoginResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    auth_start_login: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AuthStartLoginInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthStartLoginResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    auth_get_login_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the sign-in was answered. */
                loginId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthGetLoginStatusResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    auth_list_permissions: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthListPermissionsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    get_user_profile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetUserProfileInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetUserProfileResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    wait_for_callback: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitForCallbackInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitForCallbackResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    calendar_list_calendars: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "isDefault" | "canEdit" | "owner")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarListCalendarsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    calendar_create_event: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarCreateEventInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarCreateEventResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarCreateEventResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    calendar_get_event: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description Id of the event. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarGetEventResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    calendar_update_event: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the event. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CalendarUpdateEventInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarUpdateEventResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    calendar_cancel_event: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the event. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CalendarCancelEventInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarCancelEventResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    calendar_respond: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the event. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarRespondInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarRespondResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    calendar_find_times: {
        parameters: {
            query: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description How long it takes. */
                durationMinutes?: number;
                /** @description Left out: 7 days later. */
                end?: string;
                /** @description How many at most (1 to 50). */
                limit?: number;
                /** @description Who may. */
                optionalPeople?: string[];
                /** @description Who must come: names, mail addresses or ids. */
                people: string[];
                /** @description Left out: now. */
                start?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFindTimesResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    calendar_free_busy: {
        parameters: {
            query: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Left out: 7 days later. At most 62. */
                end?: string;
                /** @description Names, mail addresses or ids. */
                people: string[];
                /** @description Left out: the beginning of today. */
                start?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFreeBusyResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    calendar_view: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Name or id; left out: the main one. */
                calendar?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description today, tomorrow or a day (2026-11-26). */
                day?: string;
                /** @description Until when. */
                end?: string;
                /** @description Only these members, and id. */
                fields?: ("subject" | "start" | "end" | "isAllDay" | "showAs" | "location" | "organizer" | "myResponse" | "joinUrl" | "isCancelled" | "isPrivate" | "seriesId")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Instead: from when. */
                start?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
                /** @description this, next or a day in it; begins on Monday. */
                week?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarViewResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    files_list: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description The id of a drive (files_list_drives). */
                drive?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "kind" | "driveId" | "folder" | "mediaType" | "bytes" | "items" | "modifiedAt" | "modifiedBy" | "url")[];
                /** @description A group, for its files: name or id. */
                group?: string;
                /** @description Its id. */
                id?: string;
                /** @description How many. */
                limit?: number;
                /** @description Or its path: Plans/2027.md. */
                path?: string;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesListResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    files_list_drives: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "kind" | "owner" | "url" | "usedBytes")[];
                /** @description A group, for its files: name or id. */
                group?: string;
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesListDrivesResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    files_get_link: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description The id of a drive (files_list_drives). */
                drive?: string;
                /** @description A group, for its files: name or id. */
                group?: string;
                /** @description Its id. */
                id?: string;
                /** @description Or its path: Plans/2027.md. */
                path?: string;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesGetLinkResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    files_search: {
        parameters: {
            query: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description The id of a drive (files_list_drives). */
                drive?: string;
                /** @description True: also SharePoint, Teams and what others shared, of a signed-in person. */
                everywhere?: boolean;
                /** @description Only these members, and id. */
                fields?: ("name" | "kind" | "driveId" | "folder" | "mediaType" | "bytes" | "items" | "modifiedAt" | "modifiedBy" | "url")[];
                /** @description A group, for its files: name or id. */
                group?: string;
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
                query: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesSearchResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    files_read_text: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description The id of a drive (files_list_drives). */
                drive?: string;
                /** @description A group, for its files: name or id. */
                group?: string;
                /** @description Its id. */
                id?: string;
                /** @description Characters at most. */
                limit?: number;
                /** @description nextOffset of the answer before, to go on. */
                offset?: number;
                /** @description Or its path: Plans/2027.md. */
                path?: string;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesReadTextResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    groups_list_mine: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "mail" | "description" | "visibility" | "kind" | "hasTeam")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupsListMineResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    groups_get: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
            };
            header?: never;
            path: {
                /** @description Name, mail address or id. */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupsGetResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    groups_list_members: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "mail" | "jobTitle" | "department")[];
                /** @description How many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Name, mail address or id. */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupsListMembersResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_create_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailCreateDraftInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailCreateDraftResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailCreateDraftResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_update_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the draft. */
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MailUpdateDraftInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailUpdateDraftResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_add_attachment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the draft. */
                draft: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailAddAttachmentInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailAddAttachmentResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_create_upload_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the draft. */
                draft: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailCreateUploadLinkInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailCreateUploadLinkResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_list_folders: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailListFoldersResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_create_folder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailCreateFolderInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailCreateFolderResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailCreateFolderResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_list_messages: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Name of a category. */
                category?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("subject" | "from" | "receivedAt" | "isRead" | "isDraft" | "flag" | "importance" | "categories" | "hasAttachments" | "to" | "preview")[];
                /** @description True: flagged only. */
                flagged?: boolean;
                /** @description Left out: all. inbox, sentitems, drafts…, a name or id. */
                folder?: string;
                /** @description Whose: mail address or name. */
                from?: string;
                /** @description True: with files only. */
                hasAttachments?: boolean;
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Received at or after. */
                since?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
                /** @description True: unread only; false: read only. */
                unread?: boolean;
                /** @description Received before. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailListMessagesResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_get_message: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Of the text; none: without. */
                format?: "markdown" | "text" | "none";
                /** @description Of the text, in characters. */
                maxLength?: number;
                /** @description nextOffset of the answer before. */
                offset?: number;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description False: without the messages that it quotes. */
                quoted?: boolean;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailGetMessageResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_delete: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path: {
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDeleteResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_update_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MailUpdateMessageInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailUpdateMessageResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_list_attachments: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "contentType" | "size" | "isInline" | "kind")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path: {
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailListAttachmentsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_get_attachment: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Of the text, in characters. */
                maxLength?: number;
                /** @description nextOffset of the answer before. */
                offset?: number;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path: {
                /** @description Id of the attachment. */
                attachment: string;
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailGetAttachmentResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_copy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailCopyInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailCopyResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailCopyResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_forward: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MailForwardInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailForwardResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailMoveInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailMoveResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_reply: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailReplyInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailReplyResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_reply_all: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the message. */
                message: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailReplyAllInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailReplyAllResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_get_thread: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("subject" | "from" | "receivedAt" | "isRead" | "isDraft" | "flag" | "importance" | "categories" | "hasAttachments" | "to" | "cc" | "bcc" | "replyTo" | "sentAt" | "body" | "truncated")[];
                /** @description Of the texts. */
                format?: "markdown" | "text";
                /** @description How many. */
                limit?: number;
                /** @description Of each text, in characters. */
                maxLength?: number;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description Id of any message of it. */
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailGetThreadResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_search: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("subject" | "from" | "receivedAt" | "isRead" | "isDraft" | "flag" | "importance" | "categories" | "hasAttachments" | "to" | "preview")[];
                /** @description Left out: all. */
                folder?: string;
                /** @description Part of the sender’s name or address. */
                from?: string;
                /** @description True: with files only. */
                hasAttachments?: boolean;
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Words, all of which occur anywhere. */
                query?: string;
                /** @description First day, 2026-11-26. */
                since?: string;
                /** @description Words of the subject. */
                subject?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
                /** @description The same of a recipient. */
                to?: string;
                /** @description Last day. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSearchResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    mail_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MailSendInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSendResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    metadata_get: {
        parameters: {
            query: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description True: ask Microsoft Graph now, and keep what it says. Costs a request. */
                fresh?: boolean;
                /** @description Its id. Of a person also name, mail address or sign-in name; of a linked plan also its title; of a bucket also its name, with planId; of a task the id in Planner or ours. */
                id: string;
                /** @description Only with the name of a bucket: its plan, by id or title. */
                planId?: string;
                /** @description What it is. */
                type: "user" | "group" | "plan" | "task" | "bucket";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataGetResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    people_search: {
        parameters: {
            query: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "mail" | "jobTitle" | "department")[];
                /** @description How many. */
                limit?: number;
                /** @description A name or the beginning of one. */
                query: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleSearchResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    people_get: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "mail" | "jobTitle" | "department" | "userPrincipalName" | "office" | "mobilePhone" | "businessPhones" | "language")[];
            };
            header?: never;
            path: {
                /** @description Whole name, mail address or id. */
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleGetResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    people_get_manager: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleGetManagerResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    people_get_me: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "mail" | "jobTitle" | "department" | "userPrincipalName" | "office" | "mobilePhone" | "businessPhones" | "language")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleGetMeResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    people_get_presence: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Names, mail addresses or ids. Left out: the account’s own person. */
                people?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleGetPresenceResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    people_list_reports: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "mail" | "jobTitle" | "department")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleListReportsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_bulk_update_tasks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannerBulkUpdateTasksInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerBulkUpdateTasksResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_list_my_tasks: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Due then or later: a day or time. */
                dueAfter?: string;
                /** @description Due then or earlier. */
                dueBefore?: string;
                /** @description Only these members, and id. */
                fields?: ("title" | "plan" | "bucket" | "percentComplete" | "priority" | "startAt" | "dueAt" | "assignees" | "labels" | "checklistDone" | "syncState")[];
                /** @description How many. */
                limit?: number;
                /** @description True: late and not done. */
                overdue?: boolean;
                /** @description Whose; default: yours. */
                person?: string;
                progress?: ("notStarted" | "inProgress" | "completed")[];
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerListMyTasksResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_list_plans: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("title" | "group" | "heldBy" | "sync")[];
                /** @description How many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerListPlansResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_create_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannerCreatePlanInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerCreatePlanResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerCreatePlanResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_get_plan: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
            };
            header?: never;
            path: {
                /** @description Title or id of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerGetPlanResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_delete_plan: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
            };
            header?: never;
            path: {
                /** @description Title or id of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerDeletePlanResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_update_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Title or id of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlannerUpdatePlanInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerUpdatePlanResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_list_buckets: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
            };
            header?: never;
            path: {
                /** @description Title or id of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerListBucketsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_create_bucket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Title or id of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannerCreateBucketInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerCreateBucketResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerCreateBucketResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_delete_bucket: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
            };
            header?: never;
            path: {
                /** @description Name or id. */
                bucket: string;
                /** @description Title or id of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerDeleteBucketResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_update_bucket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Name or id. */
                bucket: string;
                /** @description Title or id of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlannerUpdateBucketInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerUpdateBucketResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_list_tasks: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Name, mail, id or "me". */
                assignee?: string;
                /** @description Name or id. */
                bucket?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Due then or later: a day or time. */
                dueAfter?: string;
                /** @description Due then or earlier. */
                dueBefore?: string;
                /** @description Only these members, and id. */
                fields?: ("title" | "plan" | "bucket" | "percentComplete" | "priority" | "startAt" | "dueAt" | "assignees" | "labels" | "checklistDone" | "syncState")[];
                /** @description Name or category1 to 25. */
                label?: string;
                /** @description How many. */
                limit?: number;
                /** @description True: late and not done. */
                overdue?: boolean;
                progress?: ("notStarted" | "inProgress" | "completed")[];
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description Title or id of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerListTasksResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_search_tasks: {
        parameters: {
            query: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("title" | "plan" | "bucket" | "percentComplete" | "priority" | "startAt" | "dueAt" | "assignees" | "labels" | "checklistDone" | "syncState")[];
                /** @description How many. */
                limit?: number;
                /** @description Title or id of the plan. */
                plan?: string;
                progress?: ("notStarted" | "inProgress" | "completed")[];
                /** @description Words, in any order. */
                query: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerSearchTasksResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_create_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannerCreateTaskInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerCreateTaskResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerCreateTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_get_task: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerGetTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_delete_task: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
            };
            header?: never;
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerDeleteTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_update_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlannerUpdateTaskInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerUpdateTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_assign_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlannerAssignTaskInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerAssignTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_add_checklist_item: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannerAddChecklistItemInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerAddChecklistItemResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerAddChecklistItemResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_remove_checklist_item: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
            };
            header?: never;
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
                /** @description The row, by its title or id. */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerRemoveChecklistItemResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_update_checklist_item: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
                /** @description The row, by its title or id. */
                item: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlannerUpdateChecklistItemInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerUpdateChecklistItemResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_list_comments: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("from" | "at" | "text")[];
                /** @description How many. */
                limit?: number;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerListCommentsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_add_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannerAddCommentInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerAddCommentResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerAddCommentResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_complete_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlannerCompleteTaskInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerCompleteTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_move_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlannerMoveTaskInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerMoveTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_add_reference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannerAddReferenceInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerAddReferenceResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerAddReferenceResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_remove_reference: {
        parameters: {
            query: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
                /** @description Its address or title, as planner_get_task answers it. */
                url: string;
            };
            header?: never;
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerRemoveReferenceResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    planner_reopen_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Planner's or Tandem's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlannerReopenTaskInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannerReopenTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    server_get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerGetHealthResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_reset_circuit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SyncResetCircuitInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncResetCircuitResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_list_conflicts: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                /** @description Conflicts a page; 20 when left out. */
                limit?: number;
                /** @description Only those of this plan, by id or title. */
                planId?: string;
                /** @description open (when left out): nobody has decided otherwise yet. */
                state?: "open" | "resolved" | "all";
                /** @description Only those of this task. */
                taskId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncListConflictsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_resolve_conflict: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the conflict, from sync_list_conflicts. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncResolveConflictInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncResolveConflictResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_list_failures: {
        parameters: {
            query?: {
                /** @description At most so many; 50 when left out. */
                limit?: number;
                /** @description Only tasks of this plan, by id or title. */
                planId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncListFailuresResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_retry_failure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SyncRetryFailureInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRetryFailureResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_get_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncGetStatusResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_pause: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SyncPauseInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncPauseResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_add_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncAddPlanInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncAddPlanResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_confirm_deletions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncConfirmDeletionsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_preview: {
        parameters: {
            query?: {
                /** @description nextCursor of the call before. */
                cursor?: string;
                /** @description Tasks looked at a call; 50 when left out. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncPreviewResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_remove_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncRemovePlanInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRemovePlanResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SyncResumeInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncResumeResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_run_now: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SyncRunNowInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRunNowResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_explain_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The task's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncExplainTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_history: {
        parameters: {
            query?: {
                /** @description Most operations to answer; 20 if absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The task's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncHistoryResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    sync_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SyncUndoInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncUndoResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_list_teams: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "description")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsListTeamsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_list_channels: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "description" | "kind" | "webUrl")[];
                /** @description How many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Name or id of the team. */
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsListChannelsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_list_channel_messages: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("createdAt" | "from" | "subject" | "body" | "isCut" | "importance" | "mentions" | "attachments" | "replyCount" | "editedAt")[];
                /** @description How many. */
                limit?: number;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description Name or id of the channel. */
                channel: string;
                /** @description Name or id of the team. */
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsListChannelMessagesResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_post_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Name or id of the channel. */
                channel: string;
                /** @description Name or id of the team. */
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamsPostMessageInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsPostMessageResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsPostMessageResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_list_replies: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("createdAt" | "from" | "subject" | "body" | "isCut" | "importance" | "mentions" | "attachments" | "replyCount" | "editedAt")[];
                /** @description How many. */
                limit?: number;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description Name or id of the channel. */
                channel: string;
                /** @description Id of the post. */
                message: string;
                /** @description Name or id of the team. */
                team: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsListRepliesResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_reply: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Name or id of the channel. */
                channel: string;
                /** @description Id of the post. */
                message: string;
                /** @description Name or id of the team. */
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamsReplyInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsReplyResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsReplyResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_list_chats: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("kind" | "topic" | "people" | "lastMessage" | "isUnread")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsListChatsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_create_chat: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamsCreateChatInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsCreateChatResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsCreateChatResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_list_chat_messages: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("createdAt" | "from" | "subject" | "body" | "isCut" | "importance" | "mentions" | "attachments" | "replyCount" | "editedAt")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description Id, topic, or name of the other person. */
                chat: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsListChatMessagesResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_send_chat_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamsSendChatMessageInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsSendChatMessageResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsSendChatMessageResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    teams_search_messages: {
        parameters: {
            query: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("text" | "subject" | "from" | "createdAt" | "chatId" | "teamId" | "channelId" | "webUrl")[];
                /** @description How many. */
                limit?: number;
                /** @description Words; also from:maya, sent>=2026-11-01, hasAttachment:true. */
                query: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamsSearchMessagesResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_list_lists: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("name" | "isShared" | "kind")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoListListsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_create_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TodoCreateListInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoCreateListResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoCreateListResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_delete_list: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path: {
                /** @description The list, by name or id. */
                list: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoDeleteListResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_update_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The list, by name or id. */
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TodoUpdateListInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoUpdateListResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_list_tasks: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Due on this day or later. */
                dueAfter?: string;
                /** @description Due on this day or before. */
                dueBefore?: string;
                /** @description Only these members, and id. */
                fields?: ("title" | "list" | "status" | "importance" | "dueAt" | "remindAt" | "completedAt" | "categories" | "recurrence" | "body" | "checklist" | "links" | "modifiedAt")[];
                /** @description How many. */
                limit?: number;
                /** @description By name or id. Left out: all lists. */
                list?: string;
                /** @description Whose; default: yours. */
                person?: string;
                status?: "open" | "completed" | "all";
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoListTasksResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_create_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TodoCreateTaskInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoCreateTaskResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoCreateTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_get_task: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only these members, and id. */
                fields?: ("title" | "list" | "status" | "importance" | "dueAt" | "remindAt" | "completedAt" | "categories" | "recurrence" | "body" | "checklist" | "links" | "modifiedAt")[];
                /** @description Its list, by name or id. Left out: all are looked through. */
                list?: string;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
            };
            header?: never;
            path: {
                /** @description The id of the task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoGetTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_delete_task: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
                /** @description Its list, by name or id. Left out: all are looked through. */
                list?: string;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path: {
                /** @description The id of the task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoDeleteTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_update_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TodoUpdateTaskInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoUpdateTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_add_checklist_item: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TodoAddChecklistItemInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoAddChecklistItemResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoAddChecklistItemResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_remove_checklist_item: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
                /** @description Its list, by name or id. Left out: all are looked through. */
                list?: string;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path: {
                /** @description The id of the task. */
                id: string;
                /** @description The id of the item. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoRemoveChecklistItemResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_update_checklist_item: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the task. */
                id: string;
                /** @description The id of the item. */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TodoUpdateChecklistItemInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoUpdateChecklistItemResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_complete_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TodoCompleteTaskInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoCompleteTaskResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_add_linked_resource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the task. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TodoAddLinkedResourceInput"];
            };
        };
        responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoAddLinkedResourceResult"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    /** @description Of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoAddLinkedResourceResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    todo_remove_linked_resource: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description Only say what would be done. */
                dryRun?: boolean;
                /** @description Same key: done once. */
                idempotencyKey?: string;
                /** @description Its list, by name or id. Left out: all are looked through. */
                list?: string;
                /** @description Whose; default: yours. */
                person?: string;
            };
            header?: never;
            path: {
                /** @description The id of the task. */
                id: string;
                /** @description The id of the link. */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoRemoveLinkedResourceResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    auth_list_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthListAccountsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    auth_get_status: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthGetStatusResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    tools_search: {
        parameters: {
            query: {
                /** @description How many. */
                limit?: number;
                /** @description What is to be done, in English: "forward mail". */
                query: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolsSearchResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    tools_call: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Of the tool. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ToolsCallInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolsCallResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    webhook_get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookGetHealthResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    webhook_list_subscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookListSubscriptionsResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    webhook_subscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSubscribeInput"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSubscribeResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    webhook_unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The subscription's id as webhook_list_subscriptions shows it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookUnsubscribeResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    webhook_renew_now: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The subscription's id as webhook_list_subscriptions shows it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRenewNowResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Problem"];
        };
    };
    work_list: {
        parameters: {
            query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                account?: string;
                /** @description nextCursor of the last page. */
                cursor?: string;
                /** @description Only these members, and id. */
                fields?: ("source" | "title" | "dueAt" | "isOverdue" | "plan" | "list" | "from" | "url")[];
                /** @description How many. */
                limit?: number;
                /** @description Whose; default: yours. */
                person?: string;
                /** @description Left out: all. */
                sources?: ("planner" | "todo" | "mail")[];
                /** @description Of all times, by IANA or Windows name. */
                timeZone?: string;
                /** @description Only what is due on this day or before. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkListResult"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Problem"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reasons: string[];
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reasons: string[];
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reasons: string[];
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                    };
                };
            };
            /** @description Redis is away. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reasons: string[];
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
}
