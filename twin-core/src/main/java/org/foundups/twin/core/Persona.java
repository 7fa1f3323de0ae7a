package org.foundups.twin.core;

import java.util.List;
import java.util.Set;

/// The person whose voice it is, as the persona file describes them.
///
/// @param id how callers name the persona
/// @param about two or three sentences in the third person
/// @param handles names by which people address the creator, lower case
/// @param ownAccounts the creator's accounts: whatever they write is never answered
/// @param primaryTopics what the creator is known for, as short phrases
/// @param secondaryTopics what the creator also talks about
/// @param styleCard short imperative lines about how the creator writes
/// @param biography one fact a line; the only facts about the creator's life a draft may use beside
///   passages
/// @param examples past exchanges that show the voice best
/// @param disclosure what is said when somebody sincerely asks whether a machine is writing
public record Persona(
        String id,
        String name,
        String about,
        List<String> languages,
        List<String> handles,
        Set<Account> ownAccounts,
        List<String> primaryTopics,
        List<String> secondaryTopics,
        List<String> styleCard,
        List<String> biography,
        List<Exchange> examples,
        String disclosure) {
    public Persona {
        languages = List.copyOf(languages);
        handles = List.copyOf(handles);
        ownAccounts = Set.copyOf(ownAccounts);
        primaryTopics = List.copyOf(primaryTopics);
        secondaryTopics = List.copyOf(secondaryTopics);
        styleCard = List.copyOf(styleCard);
        biography = List.copyOf(biography);
        examples = List.copyOf(examples);
    }
}
